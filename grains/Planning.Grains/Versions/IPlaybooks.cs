using Planning.Workflows.Playbooks;

namespace Planning.Grains.Versions;

/// <summary>What the company works by, as turns take it.</summary>
public interface IPlaybooks
{
    /// <summary>The playbook in force now. Who begins with it finishes with it, whatever comes into force meanwhile.</summary>
    /// <remarks>Thread-safe, and cheap enough for every turn. What somebody brought into force, in whatever process, and was
    /// told so, is in it.</remarks>
    Playbook Take();
}

/// <summary>One playbook for ever.</summary>
public sealed class OnePlaybook(Playbook playbook) : IPlaybooks
{
    public Playbook Take() => playbook;
}
