namespace Planning.Rules.Compatibility.Tests.Support;

/// <summary>Why we answer otherwise than the reference, on purpose.</summary>
internal enum Why
{
    /// <summary>What the reference does there is a danger: reflection, the host, growth without bound.</summary>
    Unsafe,

    /// <summary>The reference fails there, or kills its process.</summary>
    Crash,

    /// <summary>The reference answers plainly wrong, or accepts what cannot be meant.</summary>
    Wrong,

    /// <summary>The reference refuses what is safe and clear, and we answer it.</summary>
    Wider,

    /// <summary>It belongs to another library, which we do not depend on.</summary>
    Foreign,
}

/// <param name="Because">The reason, so that a user of the reference can judge it.</param>
internal sealed record Difference(Why Why, string Because);
