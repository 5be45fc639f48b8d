"""Writes the reply: a model drafts it, code checks it, another model reviews it; or a template.

    handler           what is answered, and by whom
    prompt            the order of a reply, and what the model is asked (prompt_texts: its sentences)
    drafting          the drafts of a request, until one may be sent
    draft             a draft, its status, and how it is stored
    checks, review    what code and another model object to
    sentences         what code adds in the company's name; gestures: which offers are authorised
    letter            the name that is greeted, and a draft's body
    templates         the reply without a model

The limits of its length are in `assistant.request.reply_length`.
"""
