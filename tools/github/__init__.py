"""What the workflows of GitHub need of its REST API: a comment that is kept up to date, and a kept assembly.

Everything else that a workflow does is a make target that knows nothing of GitHub.
"""
