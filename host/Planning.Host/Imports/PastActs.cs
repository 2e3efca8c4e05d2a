using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Planning.Accounts.Customers;
using Planning.Accounts.Plans;
using Planning.Grains.Portfolio;
using Planning.Grains.Turns;
using Planning.Host.Api;
using Planning.Host.Errors;

namespace Planning.Host.Imports;

/// <summary>history.jsonl, or history.<c>anything</c>.jsonl: what people did before, an act a line, in the order in which they did it.</summary>
/// <remarks>Empty lines are passed over. <c>do</c> and <c>with</c> are a command's kind and its body, as over HTTP.</remarks>
internal static class PastActs
{
    private const string Shape =
        "write one JSON object a line with customer, on, actor, do, and with where the act has a body";

    // The hour of a day that is told without one.
    private static readonly TimeSpan Morning = TimeSpan.FromHours(9);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private static readonly Dictionary<string, Func<JsonElement, Request>> Kinds = new(StringComparer.Ordinal)
    {
        ["confirm-group-root"] = _ => new Request.ConfirmGroupRoot(),
        ["open-plan"] = _ => new Request.OpenPlan(),
        ["advance-plan"] = with => Body<Request.AdvancePlan>(with),
        ["submit-profile-section"] = with => new Request.SubmitArtefact(new Artefact.Profile(Body<ProfileSection>(with))),
        ["submit-vendors"] = with => new Request.SubmitArtefact(Body<Artefact.Vendors>(with)),
        ["submit-match"] = with => new Request.SubmitArtefact(new Artefact.Match(Body<MatchAssessment>(with))),
        ["agree-on-match"] = with => new Request.SubmitArtefact(new Artefact.Agreement(Body<MatchMeeting>(with))),
    };

    private static readonly Dictionary<string, Type> Commands =
        CustomerCommands.List.ToDictionary(kind => kind.Kind, kind => kind.Type, StringComparer.Ordinal);

    public static bool IsCalled(string name) =>
        name.StartsWith("history.", StringComparison.OrdinalIgnoreCase) && name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    public static void Take(ImportFile file, Intake intake, Action<int> onBytes)
    {
        using var stream = file.Open();
        var lines = new LineReader(stream, onBytes);
        while (lines.Next() is { } line)
        {
            var text = line.Text.Trim().Trim(LineReader.ByteOrderMark);
            if (text.Length > 0 && Read(new ImportRow(file.Name, line.Number), line, text, intake) is { } act)
            {
                intake.Acts.Add(act);
            }
        }
    }

    /// <summary>What a row of another file says was done, as an act of that day.</summary>
    public static void Add(ImportRow at, Id<Customer> customer, DateOnly on, string actor, CustomerCommand command, Intake intake)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(command, command.GetType(), Json);
        var act = new PastAct(
            $"row:{customer}:{on:O}:" + Convert.ToHexStringLower(SHA256.HashData(body)),
            customer,
            new DateTimeOffset(on.ToDateTime(TimeOnly.FromTimeSpan(Morning)), TimeSpan.Zero),
            actor,
            new Request.Do(command));
        var mistakes = Mistakes(act, intake).ToList();
        mistakes.ForEach(mistake => intake.Mistakes.Add(mistake with { File = at.File, Row = at.Row }));
        if (mistakes is [])
        {
            intake.Acts.Add(new ImportedAct(act, at));
        }
    }

    private static ImportedAct? Read(ImportRow at, Line line, string text, Intake intake)
    {
        try
        {
            if (line.TooLong || text.Contains(LineReader.Undecodable, StringComparison.Ordinal))
            {
                throw new FormatException(line.TooLong ? "the line is too long" : "the line " + ImportMistake.NotUtf8);
            }

            var written = JsonSerializer.Deserialize<JsonElement>(text, Json);
            var told = written.Deserialize<ToldAct>(Json) ?? throw new FormatException(Shape);
            var act = new PastAct(
                "history:" + Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(written, Json))),
                Id<Customer>.Parse(told.Customer, CultureInfo.InvariantCulture),
                Moment(told.On),
                told.Actor,
                Request(told));
            var mistakes = Mistakes(act, intake).ToList();
            mistakes.ForEach(mistake => intake.Mistakes.Add(mistake with { File = at.File, Row = at.Row }));
            return mistakes is [] ? new ImportedAct(act, at) : null;
        }
        catch (JsonException broken)
        {
            intake.Mistakes.Add(new ImportMistake(at.File, at.Row, "", "", $"{ReadingMistake.Reason(broken)}; {Shape}"));
        }
        catch (FormatException wrong)
        {
            intake.Mistakes.Add(new ImportMistake(at.File, at.Row, "", "", wrong.Message.TrimEnd('.')));
        }
        catch (Microsoft.AspNetCore.Http.BadHttpRequestException hole)
        {
            intake.Mistakes.Add(new ImportMistake(at.File, at.Row, "with", "", hole.Message.TrimEnd('.')));
        }

        return null;
    }

    private static IEnumerable<ImportMistake> Mistakes(PastAct act, Intake intake)
    {
        if (!intake.CustomerRows.HasTaken(act.Customer) && !intake.Known.IsCustomer(act.Customer))
        {
            yield return new ImportMistake(
                "", 0, "customer", act.Customer.Value, "is no known customer; add it to customers.csv");
        }

        if (DateOnly.FromDateTime(act.On.UtcDateTime) > intake.Today)
        {
            yield return new ImportMistake("", 0, "on", act.On.ToString("o", CultureInfo.InvariantCulture), "lies after today");
        }

        if (string.IsNullOrWhiteSpace(act.Actor))
        {
            yield return new ImportMistake("", 0, "actor", "", "is empty; say who did it");
        }

        var named = act.Request is Request.Do asked ? asked.Command.Employees : [];
        foreach (var unknown in named.Distinct().Where(one => !intake.EmployeeRows.HasTaken(one) && !intake.Known.IsEmployee(one)))
        {
            yield return new ImportMistake(
                "", 0, "with", unknown.Value, "is no known employee; add the employee to employees.csv");
        }
    }

    private static Request Request(ToldAct told)
    {
        var body = told.With ?? JsonSerializer.SerializeToElement(new { });
        if (Commands.TryGetValue(told.Do, out var type))
        {
            return new Request.Do(Given.WithoutHoles((CustomerCommand)Body(body, type)));
        }

        return Kinds.TryGetValue(told.Do, out var make)
            ? make(body)
            : throw new FormatException($"“{ImportMistake.Shorten(told.Do)}” is nothing that people do; "
                + $"write one of {string.Join(", ", Commands.Keys.Concat(Kinds.Keys).Order(StringComparer.Ordinal))}");
    }

    private static T Body<T>(JsonElement with) => (T)Body(with, typeof(T));

    private static object Body(JsonElement with, Type type)
    {
        try
        {
            return with.Deserialize(type, Json) ?? throw new FormatException(Shape);
        }
        catch (JsonException broken)
        {
            throw new FormatException($"with{broken.Path?[1..]}: {ReadingMistake.Reason(broken)}", broken);
        }
    }

    private static DateTimeOffset Moment(string on) =>
        DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DateTimeOffset(day.ToDateTime(TimeOnly.FromTimeSpan(Morning)), TimeSpan.Zero)
            : DateTimeOffset.TryParse(on, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
                ? moment.ToUniversalTime()
                : throw new FormatException($"on “{ImportMistake.Shorten(on)}”: is no day; write one like 2026-03-31, or 2026-03-31T14:30Z");

    private sealed record ToldAct(string Customer, string On, string Actor, string Do, JsonElement? With = null);
}

/// <summary>What somebody did before, and the line that tells of it.</summary>
internal sealed record ImportedAct(PastAct Act, ImportRow Line);
