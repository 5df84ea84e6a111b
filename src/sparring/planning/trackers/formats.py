"""The tabular exports by vendor. Sources: Atlassian's "Export search results" and "Import data from a CSV file"; GitLab's "Export issues to CSV"; Asana's "Exporting projects";
GitHub's "Exporting your projects data" (tab separated).
"""

from sparring.planning.trackers.columns import Format

_WORK = ("ticket", "issue", "segnalazione", "richiesta", "elemento di lavoro")
"""What Jira has called a piece of work in Italian, by version."""
_ITALIAN = {
    "Summary": "riepilogo",
    "Status": "stato",
    "Assignee": "assegnatario, incaricato",
    "Reporter": "richiedente, segnalatore, segnalante",
    "Created": "creati, creato, creata, creazione, data di creazione, data creazione",
    "Updated": "aggiornato, aggiornati, aggiornata, aggiornamento, data di aggiornamento, ultimo aggiornamento",
    "Resolved": "risolti, risolto, risolta, data di risoluzione, data risoluzione",
    "Due date": "data di scadenza, scadenza",
    "Description": "descrizione",
    "Labels": "etichette",
    "Original estimate": "stima originale, stima iniziale",
    "Time Spent": "tempo impiegato, tempo speso, tempo dedicato",
    "Parent": "padre, principale, elemento padre, ticket padre",
    "Inward issue link (Blocks)": "collegamento ticket in entrata (blocks), collegamento in entrata (blocks), "
    "collegamento ticket in ingresso (blocks), collegamento in ingresso (blocks)",
    "Outward issue link (Blocks)": "collegamento ticket in uscita (blocks), collegamento in uscita (blocks)",
}


def _italian() -> dict[str, str]:
    """Jira's Italian headers in lower case, with the English ones: "Chiave di ticket", "Tipo ticket", "Creati", "Richiedente" as a real export has them, the others by version."""
    found = {name: header for header, names in _ITALIAN.items() for name in names.split(", ")} | {
        "chiave": "Issue key",
        "tipo": "Issue Type",
    }
    for word, header in (("chiave", "Issue key"), ("id", "Issue id"), ("tipo", "Issue Type")):
        found |= {f"{word}{of}{work}": header for work in _WORK for of in (" ", " di ", " del ", " della ", " dell'")}
    return found


JIRA = Format(
    "jira-csv",
    {
        "Summary": "title",
        "Issue key": "key",
        "Issue id": "id",
        "Issue Type": "kind",
        "Status": "status",
        "Assignee": "assignees",
        "Reporter": "author",
        "Created": "created",
        "Updated": "updated",
        "Resolved": "closed",
        "Due date": "due",
        "Description": "description",
        "Original estimate": "estimate",
        "Time Spent": "spent",
        "Labels": "labels",
        "Sprint": "milestones",
        "Inward issue link (Blocks)": "blocked_by",
        "Outward issue link (Blocks)": "blocks",
        "Custom field (Story Points)": "points",
        "Custom field (Start date)": "start",
        "Parent": "parent",
    },
    ("Summary", "Issue key"),
    aliases={
        **_italian(),
        "campo personalizzato (story points)": "Custom field (Story Points)",
        "campo personalizzato (story point)": "Custom field (Story Points)",
        "campo personalizzato (story point estimate)": "Custom field (Story Points)",
        "campo personalizzato (stima story point)": "Custom field (Story Points)",
        "campo personalizzato (stima degli story point)": "Custom field (Story Points)",
        "custom field (story point estimate)": "Custom field (Story Points)",
        "due date": "Due date",
        "parent id": "Parent",
        "issue type": "Issue Type",
        "key": "Issue key",
        "work item key": "Issue key",
        "work item id": "Issue id",
        "work type": "Issue Type",
    },
    repeated=("assignees", "labels", "milestones", "blocked_by", "blocks"),
)
GITLAB = Format(
    "gitlab-csv",
    {
        "Title": "title",
        "Description": "description",
        "Issue ID": "key",
        "URL": "url",
        "State": "status",
        "Author": "author",
        "Assignee": "assignees",
        "Due Date": "due",
        "Start Date": "start",
        "Created At (UTC)": "created",
        "Updated At (UTC)": "updated",
        "Closed At (UTC)": "closed",
        "Milestone": "milestones",
        "Weight": "points",
        "Labels": "labels",
        "Time Estimate": "estimate",
        "Time Spent": "spent",
        "Epic Title": "parent",
    },
    ("Issue ID", "URL", "State"),
    aliases={"created at": "Created At (UTC)", "updated at": "Updated At (UTC)", "closed at": "Closed At (UTC)"},
    separators={"labels": ",", "assignees": ","},
    open_status="Open",
    closed_status="Closed",
)
ASANA = Format(
    "asana-csv",
    {
        "Task ID": "key",
        "Created At": "created",
        "Completed At": "closed",
        "Last Modified": "updated",
        "Name": "title",
        "Section/Column": "status",
        "Assignee": "assignees",
        "Start Date": "start",
        "Due Date": "due",
        "Tags": "labels",
        "Notes": "description",
        "Projects": "milestones",
        "Parent task": "parent",
        "Blocked By (Dependencies)": "blocked_by",
        "Blocking (Dependencies)": "blocks",
        "Estimated time": "estimate",
        "Actual time": "spent",
    },
    ("Task ID", "Section/Column"),
    aliases={
        "parent task": "Parent task",
        "id attività": "Task ID",
        "sezione/colonna": "Section/Column",
        "nome": "Name",
        "assegnatario": "Assignee",
    },
    separators={"labels": ",", "milestones": ",", "blocked_by": ",", "blocks": ",", "assignees": ","},
)
GITHUB = Format(
    "github-csv",
    {
        "Title": "title",
        "URL": "url",
        "Assignees": "assignees",
        "Status": "status",
        "Labels": "labels",
        "Milestone": "milestones",
        "Start date": "start",
        "Target date": "due",
        "Estimate": "points",
        "Parent issue": "parent",
        "Created": "created",
        "Updated": "updated",
        "Closed": "closed",
        "Type": "kind",
    },
    ("Title", "Status"),
    aliases={"start": "Start date", "due date": "Target date", "end date": "Target date", "size": "Estimate", "story points": "Estimate"},
    separators={"assignees": ",", "labels": ",", "milestones": ","},
    delimiter="\t",
)
TABLES = {form.name: form for form in (JIRA, GITLAB, ASANA, GITHUB)}
