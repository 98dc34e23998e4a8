/**
 * Every sentence by which the core and the web say that something went wrong. `{name}` stands
 * for a value, which stays as it is; `[part]` for one of the parts below. What is more exact
 * stands before what is less.
 */
export const ERROR_PATTERNS = [
  // forms and addresses
  "This is not a form that a page of ours sends.",
  "The form is larger than 1 MB. Shorten it.",
  "There is no such language here.",
  "There is no such page.",
  "This place in the list is not known. Start at the first page.",
  "Someone else changed this at the same time. Nothing was written; try again.",
  "Enter an e-mail address like anna@example.com.",
  "Enter [what] on one line, without control characters.",
  "Enter [what].",
  "Shorten [what] to {max} characters.",
  "Choose a language.",
  // accounts
  "Choose a password.",
  "Choose a password of at least {min} characters.",
  "Choose a password of at most {max} characters.",
  "The e-mail address or the password is wrong.",
  "This address is not confirmed yet. Open the mail we sent you and follow its link.",
  "This account is blocked. The reason: {reason}",
  "This is not your password.",
  "Your password was changed meanwhile. Sign in again.",
  "This link was used already, is older than 3 days or was replaced by a newer one. Sign in, or ask for a new link.",
  "This link was used already, is older than an hour or was replaced by a newer one. Ask for a new link.",
  "Too many people are signing in right now. Try again in a minute.",
  "Too many tries. Try again in [time].",
  "{email} has an account already.",
  "The account was not deleted, so it is kept.",
  "Choose a group that exists.",
  "There is no such user.",
  "{name} is the only administrator. Make somebody else one first.",
  "Only an administrator may do this to an administrator.",
  // groups
  "There is no such group.",
  "There is no group {name} any more.",
  "There is a group of this name already.",
  "There is no such permission",
  "Name the group.",
  "Choose a name of at most {max} characters.",
  "Use letters, digits, spaces and hyphens only.",
  "The administrator group keeps its permissions, or nobody could mend the site. Make another group for those who are to do less.",
  "The site itself needs the group {name}.",
  "The group {name} has [members]. Take them out of it first.",
  // clients
  "There is no such client.",
  "{email} is already among your clients.",
  "{name} is among the clients chosen for [mailings]. Choose others there, or cancel what is no longer to be sent.",
  "Shorten the comment to {max} characters.",
  "A quotation mark is opened and not closed.",
  "There is no e-mail address on this line.",
  "There are two e-mail addresses here. Give each client a line.",
  "This is not understood.",
  "This link is not complete. Open it from the mail once more.",
  // messages
  "There is no such message. Choose another.",
  "There is no such message.",
  "Write the message.",
  "Shorten the message to {max} characters.",
  'The message "{subject}" is used by [mailings]. Choose another there, or cancel what is no longer to be sent.',
  // mailings
  "There is no such mailing.",
  "There is no such run.",
  "Choose who is to receive it.",
  "Choose a message.",
  "Choose at least one client.",
  "Type what to search for among your clients.",
  "Shorten the search to {max} characters.",
  "You have no clients yet. Add clients first.",
  'None of your clients match "{query}". Search for something else.',
  "All your clients have unsubscribed. Add others first.",
  'All clients that match "{query}" have unsubscribed. Search for something else.',
  "All the clients chosen have unsubscribed. Choose others.",
  "This form is not complete. Load the page again.",
  "More than {most} clients cannot be chosen one by one. Choose everyone, or all that match a search.",
  "Choose how often the mailing repeats.",
  "Choose a time zone.",
  "Choose a time zone like Europe/Berlin.",
  "Choose a date and time.",
  "There is no such date.",
  "Choose when it is to go out.",
  "Choose an end after the start, or none.",
  "This time has passed. Choose a later one.",
  "Nothing would go out before this end. Choose a later one.",
  'The mailing "{name}" is being sent. Pause it to change it.',
  'The mailing "{name}" [state]. Cancel it first, then delete it.',
  'The mailing "{name}" [state] and cannot be [done]. [way]',
  'Cannot send "{name}" now: its message or owner is gone.',
  'Cannot send "{name}" now: [blocker].',
  // mails
  "There is no such mail in your mailbox.",
  "There is no such mail.",
  "There is no mail to be read here.",
  "The source of this mail is not kept any more.",
  "This site sends its mail and keeps none of it here.",
  "There is no {unknown}. Use {known}.",
] as const;

/** A sentence that says what went wrong. */
export type ErrorPattern = typeof ERROR_PATTERNS[number];

/** The parts of such sentences that are words of ours. */
export const ERROR_PARTS = [
  // what is to be entered
  "your or your company's name",
  "the client's full name",
  "the reason",
  "the subject",
  "a name for the mailing",
  // how long to wait
  "a minute",
  "{minutes} minutes",
  // who is in a group
  "1 user",
  "more than {count} users",
  "{count} users",
  // mailings that stand in the way
  "the mailing [names]",
  "the mailings [names]",
  '"{first}", [names]',
  '"{first}" and [names]',
  "{count} more",
  '"{only}"',
  // what became of a mailing, what was to be done with it, and what can be done
  "is a draft",
  "is scheduled",
  "is being sent",
  "is paused",
  "is completed",
  "is cancelled",
  "launched",
  "paused",
  "resumed",
  "cancelled",
  "changed",
  "Launch it, or delete it.",
  "Pause it or cancel it.",
  "Resume it or cancel it.",
  "Duplicate it to send it again.",
  // why a mailing cannot be sent at once
  "it is switched off",
  "it is a draft; launch it first",
  "it is paused; resume it first",
  "it was cancelled",
] as const;

/** A part of a sentence that is words of ours. */
export type ErrorPart = typeof ERROR_PARTS[number];
