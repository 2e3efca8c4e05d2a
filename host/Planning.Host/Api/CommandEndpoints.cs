using System.Reflection;
using Microsoft.AspNetCore.Http.HttpResults;
using Planning.Accounts.Customers;
using Planning.Accounts.Teams;
using Planning.Grains.Customers;
using Planning.Grains.Store;
using Planning.Grains.Turns;

namespace Planning.Host.Api;

/// <summary>Everything that people may ask of a customer over HTTP: an address for each kind of command.</summary>
internal static class CommandEndpoints
{
    private static readonly MethodInfo Mapping =
        typeof(CommandEndpoints).GetMethod(nameof(Map), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static void MapCommands(this RouteGroupBuilder api)
    {
        var commands = api.MapGroup("/customers/{customer}/commands").WithTags("Commands");
        foreach (var (kind, summary, type) in CustomerCommands.List)
        {
            Mapping.MakeGenericMethod(type).Invoke(null, [commands, kind, summary]);
        }
    }

    // Typed, so that the document describes each body and the reader refuses what does not belong.
    private static void Map<TCommand>(RouteGroupBuilder commands, string kind, string summary)
        where TCommand : CustomerCommand =>
        commands.MapPost($"/{kind}", Ask<TCommand>).WithSummary(summary).WithName(kind);

    private static async Task<Results<Ok<DoneView>, ProblemHttpResult>> Ask<TCommand>(
        string customer,
        TCommand body,
        Caller caller,
        CustomerGrains customers,
        IPortfolio portfolio,
        CancellationToken cancellationToken)
        where TCommand : CustomerCommand
    {
        Given.WithoutHoles(body);
        await KnownEmployees.RequireAsync(portfolio, body.Employees.Select(employee => (Id<Employee>?)employee), cancellationToken);
        return await customers.SendAsync(customer, caller, new Request.Do(body), cancellationToken);
    }
}
