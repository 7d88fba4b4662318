"""English words that say what other words of a name are."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# First words of names that say what is done to the words after them.
VERBS = _words("""
    add approve archive assign cancel change check clear close complete confirm count
    create deactivate delete disable download edit enable export fetch find get import
    insert invite list lock modify move patch post publish put query read register
    remove rename replace reset restore resume retrieve revoke save search send set
    start stop submit sync test unassign unlock update upload upsert validate verify
    """)

# What a path ends with where it is no thing but what is done to the thing before.
ACTIONS = _words("""
    abort accept acknowledge activate add apply approve archive assign attach authorize
    borrow calculate cancel clear clone close complete confirm create deactivate delete
    deny detach disable disconnect dismiss duplicate edit enable end execute finalize
    generate grant hide increment install invite kick leave lock mark merge move mute
    pause ping preview publish purge reactivate rebuild recalculate redeem refresh
    regenerate register reject release remove rename renew reopen rerank reset resend
    resolve restart restore resume retry revoke rotate send share sign start stop
    submit subscribe suspend swap sync terminate toggle trigger unarchive unassign
    uninstall unlock unmute unpublish unsubscribe update upgrade validate verify
    """)

# First words of a path's last step that are verbs there, and no part of a noun's name.
CALLS = _words("""
    activate add approve cancel confirm create deactivate delete disable disconnect
    edit enable fetch find generate get insert publish remove resend reset restore
    retrieve send unsubscribe update validate verify
    """)

# Last words of a path that say how something is got.
WAYS_TO_GET = _words("find lookup search")

ARTICLES = _words("a an the")

# Words after which something stands that belongs to what stood before.
LINKS = _words("and as at by for from in of on or to with")

# Arguments that ask for a part of many things.
PAGING = _words("""
    after before count cursor limit next_token offset page page_number page_size
    page_token pagination per_page skip size starting_after take
    """)

# Plurals by their form, of which there is one: getting them is not to list them.
ONE_THING = _words("""
    analytics capabilities details diagnostics insights limits metrics options
    preferences quotas settings stats statistics terms totals
    """)
