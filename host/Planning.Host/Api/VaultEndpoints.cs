using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Certification;
using Planning.Accounts.Customers;
using Planning.Grains.Embedded;
using Planning.Grains.Store;

namespace Planning.Host.Api;

/// <summary>Files of evidence and of customers' documents over HTTP, and what the company has of them.</summary>
/// <remarks>A file is brought before a command names it by its hash. A customer is shown the files that it has a part in, and
/// nobody is told whether somebody else brought the same.</remarks>
internal static class VaultEndpoints
{
    private const string Bytes = "application/octet-stream";

    public static void MapVault(this RouteGroupBuilder api)
    {
        var files = api.MapGroup("/customers/{customer}/files").WithTags("Evidence");
        files.MapPost("/", Bring).Accepts<byte[]>(Bytes).WithSummary("Bring a file; the answer is the hash by which commands name it");
        files.MapGet("/{hash}", Fetch).WithSummary("A file of the customer's vault, or a document of its own");
        api.MapGet("/customers/{customer}/campaigns/{campaign}/submission", Submitted)
            .WithTags("Evidence").WithSummary("What was handed in, and whether each file is still what it was then");
        api.MapGet("/evidence", List).WithTags("Evidence")
            .WithSummary("Evidence of the whole company that may be used again: for a customer its own secrets too");
        api.MapGet("/short-list", ShortList).WithTags("Certification")
            .WithSummary("For the bid desk: every scope for which a customer runs a short list, and whether we may bid");
    }

    private static async Task<Results<Ok<FileView>, ProblemHttpResult>> Bring(
        string customer, Caller caller, HttpContext http, EmbeddedRuntime runtime, CancellationToken cancellationToken)
    {
        _ = caller;
        if (await Known(customer, runtime, cancellationToken) is null)
        {
            return Answers.Unknown(customer);
        }

        var megabytes = runtime.Playbook.Policies.Certification.EvidenceMegabytes;
        var most = megabytes * 1_000_000;
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most + 1L;
        }

        using var read = new MemoryStream();
        var part = new byte[81_920];
        for (int got; read.Length <= most && (got = await http.Request.Body.ReadAsync(part, cancellationToken)) > 0;)
        {
            read.Write(part, 0, got);
        }

        return read.Length switch
        {
            0 => throw new BadHttpRequestException("The file is empty; send its bytes as they are."),
            var length when length > most => TypedResults.Problem(
                title: FormattableString.Invariant($"A file of evidence has {megabytes} MB at the most."),
                type: "/problems/file-too-large",
                statusCode: StatusCodes.Status413PayloadTooLarge),
            var length => TypedResults.Ok(new FileView(await runtime.Vault.KeepAsync(read.ToArray(), cancellationToken), length)),
        };
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Fetch(
        string customer, string hash, EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        await Known(customer, runtime, cancellationToken) is not { } known
            ? Answers.Unknown(customer)
            : !known.Certification.Files().Contains(hash) || await runtime.Vault.ReadAsync(hash, cancellationToken) is not { } file
            ? TypedResults.Problem(
                title: $"{known.Details!.Name} has no file {hash}.", type: "/problems/file-unknown", statusCode: StatusCodes.Status404NotFound)
            : file.IsIntact
            ? TypedResults.File(file.Bytes, Bytes, hash)
            : TypedResults.Problem(
                title: $"The file {hash} is not what was kept: somebody changed its bytes (INV-20).",
                type: "/problems/file-tampered",
                statusCode: StatusCodes.Status500InternalServerError);

    private static async Task<Results<Ok<ListView<SubmittedView>>, ProblemHttpResult>> Submitted(
        string customer, string campaign, EmbeddedRuntime runtime, CancellationToken cancellationToken)
    {
        if (await Known(customer, runtime, cancellationToken) is not { } known)
        {
            return Answers.Unknown(customer);
        }

        if (!Id<Campaign>.TryParse(campaign, null, out var id)
            || known.Certification.Campaigns.GetValueOrDefault(id)?.Submission is not { } submission)
        {
            return TypedResults.Problem(
                title: $"Nothing was handed in for the campaign {campaign} of {known.Details!.Name}.",
                type: "/problems/submission-unknown",
                statusCode: StatusCodes.Status404NotFound);
        }

        var pieces = new List<SubmittedView>();
        foreach (var piece in submission.Evidence)
        {
            var file = await runtime.Vault.ReadAsync(piece.Hash, cancellationToken);
            pieces.Add(new SubmittedView(piece, file switch { null => "missing", { IsIntact: true } => "intact", _ => "tampered" }));
        }

        return TypedResults.Ok(new ListView<SubmittedView>(pieces, null));
    }

    private static async Task<Ok<ListView<EvidenceView>>> List(
        string? customer, string? text, EmbeddedRuntime runtime, CancellationToken cancellationToken)
    {
        Id<Customer>? at = Id<Customer>.TryParse(customer, null, out var id) ? id : null;
        return TypedResults.Ok(new ListView<EvidenceView>(
            [
                .. from row in await runtime.Vault.EvidenceAsync(at, cancellationToken)
                   where Has(text, row.Evidence.Title, row.Evidence.Type, row.Evidence.Issuer)
                   select new EvidenceView(row.Customer, row.Evidence, row.Evidence.IsValidOn(runtime.Today)),
            ],
            null));
    }

    private static async Task<Ok<ListView<PlaceView>>> ShortList(
        string? customer, string? text, bool? mayBid, EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        TypedResults.Ok(new ListView<PlaceView>(
            [
                .. from row in await runtime.Portfolio.ShortListAsync(cancellationToken)
                   where (customer is null || row.Customer == customer) && Has(text, row.Name, row.Place.Scope.Key)
                   let view = PlaceView.Of(row, runtime.Today)
                   where mayBid is null || view.MayBid == mayBid
                   select view,
            ],
            null));

    private static bool Has(string? text, params ReadOnlySpan<string> among)
    {
        foreach (var one in among)
        {
            if (one.Contains(text ?? "", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<Customer?> Known(string customer, EmbeddedRuntime runtime, CancellationToken cancellationToken) =>
        Id<Customer>.TryParse(customer, null, out var id)
        && await Newest.LookAsync(runtime.Customers, runtime.Portfolio, id, cancellationToken) is { Customer: { Details: not null } known }
            ? known
            : null;
}

/// <param name="Hash">SHA-256, lower-case hexadecimal.</param>
/// <param name="Length">Bytes.</param>
internal sealed record FileView(string Hash, long Length);

/// <param name="File">intact, tampered or missing.</param>
internal sealed record SubmittedView(SubmittedEvidence Evidence, string File);

/// <param name="Customer">In whose vault it is.</param>
/// <param name="Evidence">As <c>file-evidence</c> takes it, to use it at another customer.</param>
internal sealed record EvidenceView(string Customer, Evidence Evidence, bool IsValid);

/// <param name="Value">As it is today; nothing where no document says anything of us.</param>
/// <param name="IsAtRisk">We may bid, but proof that stands for it has ended.</param>
internal sealed record PlaceView(
    string Customer, string Name, Scope Scope, QualificationValue? Value, bool MayBid, bool IsAtRisk, int? DaysLeft, Listing? Listing)
{
    public static PlaceView Of(ShortListRow row, DateOnly today) => new(
        row.Customer,
        row.Name,
        row.Place.Scope,
        row.Place.Listing?.On(today),
        row.Place.MayBid(today),
        row.Place.IsAtRisk(today),
        row.Place.Listing?.ValidTo is { } end ? end.DayNumber - today.DayNumber : null,
        row.Place.Listing);
}
