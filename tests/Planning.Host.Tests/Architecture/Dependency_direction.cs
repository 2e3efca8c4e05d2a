using System.Reflection;
using Planning.Accounts.Customers;
using Planning.Flows.Definitions;
using Planning.Grains.Customers;
using Planning.Host.Api;
using Planning.Rules.RuleSets;
using Planning.Workflows.Playbooks;

namespace Planning.Host.Tests.Architecture;

/// <summary>engine ← workflows ← grains ← host, never sideways, never back.</summary>
public sealed class Dependency_direction
{
    private static readonly Assembly Accounts = typeof(Customer).Assembly;
    private static readonly Assembly Rules = typeof(RuleSet).Assembly;
    private static readonly Assembly Flows = typeof(WorkflowDefinition).Assembly;
    private static readonly Assembly Workflows = typeof(Playbook).Assembly;
    private static readonly Assembly Grains = typeof(CustomerGrains).Assembly;
    private static readonly Assembly Host = typeof(Web).Assembly;

    private static readonly Assembly[] Ours = [Accounts, Rules, Flows, Workflows, Grains, Host];

    [Fact]
    public void the_projects_of_the_engine_know_none_of_ours()
    {
        Assert.Empty(OursIn(Accounts));
        Assert.Empty(OursIn(Rules));
        Assert.Empty(OursIn(Flows));
    }

    [Fact]
    public void workflows_know_the_engine() =>
        Assert.Equal(["Planning.Accounts", "Planning.Flows", "Planning.Rules"], OursIn(Workflows));

    [Fact]
    public void grains_know_nobody_above_them() => Assert.Empty(OursIn(Grains).Except(
        ["Planning.Accounts", "Planning.Flows", "Planning.Workflows"]));

    [Fact]
    public void only_workflows_know_all_of_the_engine() => Assert.Equal(
        [Workflows], Ours.Where(assembly => new[] { Accounts, Flows, Rules }.All(engine => Knows(assembly, engine.GetName().Name!))));

    [Fact]
    public void nobody_knows_the_host() => Assert.All(Ours, assembly => Assert.False(Knows(assembly, "planning"), assembly.FullName));

    [Fact]
    public void only_grains_know_the_database() =>
        Assert.Equal([Grains], Ours.Where(assembly => Knows(assembly, "Microsoft.Data.Sqlite")));

    [Fact]
    public void only_the_host_knows_the_web() =>
        Assert.Equal([Host], Ours.Where(assembly => Knows(assembly, "Microsoft.AspNetCore")));

    private static bool Knows(Assembly assembly, string name) => assembly.GetReferencedAssemblies()
        .Any(known => known.Name == name || known.Name!.StartsWith($"{name}.", StringComparison.Ordinal));

    private static IEnumerable<string> OursIn(Assembly assembly) => assembly.GetReferencedAssemblies()
        .Select(known => known.Name!)
        .Where(name => Ours.Any(ours => ours.GetName().Name == name))
        .Order(StringComparer.Ordinal);
}
