"""The local environment: emulator, CDK deployment, processes and their state."""
