"""What the company's own documents say about a message.

index_handler    brings the index in line with the documents, for an operator
indexing         reads, cuts, embeds and puts what changed, removes what is gone
documents        a file (Markdown, HTML, text, PDF) as a titled Markdown text
passages         a document cut at its headings, and how the index keeps a passage
finding          the passages nearest to a message
"""
