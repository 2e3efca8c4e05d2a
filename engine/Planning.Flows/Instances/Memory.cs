using Planning.Flows.Activities;
using Planning.Flows.Expressions;

namespace Planning.Flows.Instances;

/// <summary>A variable while a burst runs.</summary>
internal sealed class Variable(string id, string name, object? value)
{
    public string Id => id;

    public string Name => name;

    public object? Value { get; set; } = value;
}

/// <summary>Finds variables: from the activity outwards, the nearest wins.</summary>
/// <remarks>
/// Every variable is kept with the instance, whatever its storage driver says: Elsa loses a "Memory" variable whenever
/// it unloads an instance, which no author wants.
/// </remarks>
internal static class Memory
{
    public static Variable? FindById(ActivityContext? from, string id)
    {
        for (var scope = from; scope is not null; scope = scope.Parent)
        {
            foreach (var variable in scope.Variables)
            {
                if (variable.Id == id)
                {
                    return variable;
                }
            }
        }

        return null;
    }

    public static Variable? FindByName(ActivityContext? from, string name)
    {
        for (var scope = from; scope is not null; scope = scope.Parent)
        {
            foreach (var variable in scope.Variables)
            {
                if (variable.Name == name)
                {
                    return variable;
                }
            }
        }

        return null;
    }

    /// <summary>Every name in reach, the nearest first.</summary>
    public static IEnumerable<string> Names(ActivityContext from)
    {
        for (var scope = from; scope is not null; scope = scope.Parent)
        {
            foreach (var variable in scope.Variables)
            {
                yield return variable.Name;
            }
        }
    }

    /// <summary>A name that nobody declared lives in the nearest container (contract §25.5).</summary>
    public static void Set(ActivityContext from, string name, object? value)
    {
        var canonical = from.Run.Weigh(name, Values.Canonical(value));
        if (FindByName(from, name) is { } variable)
        {
            variable.Value = canonical;
            return;
        }

        var container = from.Parent ?? from;
        while (!container.Node.Descriptor.HasVariables && container.Parent is { } outer)
        {
            container = outer;
        }

        container.Variables.Add(new Variable(name, name, canonical));
    }

    public static void Declare(ActivityContext context, IReadOnlyList<VariableState>? brought)
    {
        var declarations = context.Node.Variables;
        for (var i = 0; i < declarations.Count; i++)
        {
            context.Variables.Add(new Variable(declarations[i].Id, declarations[i].Name, declarations[i].Initial));
        }

        foreach (var (id, name, value) in brought ?? [])
        {
            context.Variables.Add(new Variable(id, name, value));
        }
    }
}
