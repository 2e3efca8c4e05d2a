using System.Text.Json;
using Dapper;
using Planning.Accounts.Calendars;
using Planning.Accounts.Tiers;
using Planning.Grains.Turns;
using Planning.Grains.Versions;
using Planning.Workflows.Playbooks;
using Planning.Workflows.Versions;

namespace Planning.Grains.Store;

/// <summary>The versions of the rule sets in the same SQLite file.</summary>
internal sealed class SqliteRuleVersions(SqliteDatabase database, GroupCommit writer) : IRuleVersions
{
    private const string Revision = "SELECT coalesce(max(revision), 0) FROM rule_steps";

    /// <exception cref="PlaybookRefusedException">A step is damaged.</exception>
    public Task<KnownRuleSets> ReadAsync(CancellationToken cancellationToken) => Task.FromResult(Read());

    /// <summary>The same for a caller that must not wait asynchronously; SQLite does not in any case.</summary>
    public KnownRuleSets Read()
    {
        using var connection = database.Connect();

        // One transaction, so that steps and texts belong together.
        using var transaction = connection.BeginTransaction(deferred: true);
        var steps = connection.Query<StepRow>(
            "SELECT revision AS Revision, step AS Step FROM rule_steps ORDER BY revision", transaction: transaction).AsList();
        var texts = connection.Query<RuleText>(
            "SELECT name AS RuleSet, version AS Version, body AS Body FROM definitions WHERE kind IN (@rules, @policies)",
            new { rules = PlaybookFile.Rules, policies = PlaybookFile.Policies },
            transaction);
        try
        {
            return KnownRuleSets.Of(
                steps is [.., var last] ? last.Revision : 0, steps.Select(row => TurnJson.Read<VersionStep>(row.Step)), texts);
        }
        catch (Exception damage) when (damage is JsonException or InvalidOperationException)
        {
            throw new PlaybookRefusedException([new PlaybookMistake("rule_steps", "PLAYBOOK008", "$", $"What was done to rule sets cannot be read: {damage.Message}")]);
        }
    }

    public Task<bool> AppendAsync(
        long revision, IReadOnlyList<VersionStep> steps, RuleText? text, CancellationToken cancellationToken) => writer.RunAsync(
        session =>
        {
            if (session.Text(Revision) != revision.ToString(System.Globalization.CultureInfo.InvariantCulture))
            {
                return false;
            }

            if (text is not null)
            {
                // A text of that version that no step tells of is none: the guard above says that nobody drafted it.
                session.Execute(
                    "INSERT OR REPLACE INTO definitions (kind, name, version, body) VALUES ($1, $2, $3, $4)",
                    text.Kind, text.RuleSet, text.Version, text.Body);
            }

            foreach (var (at, step) in steps.Index())
            {
                session.Execute(
                    "INSERT INTO rule_steps (revision, rule_set, version, at, actor, step) VALUES ($1, $2, $3, $4, $5, $6)",
                    revision + at + 1, step.RuleSet, step.Version, SqliteCustomerStore.Instant(step.At), step.Actor, TurnJson.Write(step));
            }

            return true;
        },
        cancellationToken);

    public async Task<IReadOnlyList<Quarter>> ShadowQuartersAsync(string rules, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        return
        [
            .. (await connection.QueryAsync<string>("SELECT DISTINCT period FROM shadow_reviews WHERE rules = @rules", new { rules }))
                .Select(period => Quarter.Parse(period, System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }

    public async Task<IReadOnlyList<ShadowRow>> ShadowReviewsAsync(string rules, CancellationToken cancellationToken)
    {
        using var connection = database.Connect();
        return (await connection.QueryAsync<ShadowRow>(
            """
            SELECT rules AS Rules, period AS Period, customer AS Customer, place AS Place, live AS Live, shadow AS Shadow, because AS Because
            FROM shadow_reviews WHERE rules = @rules ORDER BY period, customer
            """,
            new { rules })).AsList();
    }

    /// <summary>A connection of its own to ask for the revision: prepared once, for one thread at a time.</summary>
    public SqliteSession Watch() => new(database.Connect());

    public static long RevisionIn(SqliteSession session) =>
        long.Parse(session.Text(Revision)!, System.Globalization.CultureInfo.InvariantCulture);

    internal static void Write(SqliteSession session, string customer, TierShadowed shadowed) => session.Execute(
        """
        INSERT OR REPLACE INTO shadow_reviews (rules, period, customer, place, live, shadow, because)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        """,
        shadowed.Review.RulesVersion,
        shadowed.Review.Period.ToString(),
        customer,
        shadowed.From.ToString(),
        shadowed.Live.ToString(),
        shadowed.Shadow.ToString(),
        shadowed.Because);

    private sealed record StepRow(long Revision, string Step);
}
