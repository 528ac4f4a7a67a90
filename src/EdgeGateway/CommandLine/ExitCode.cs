namespace EdgeGateway.CommandLine;

/// <summary>What the process says to scripts.</summary>
internal static class ExitCode
{
    /// <summary>All is well.</summary>
    public const int Fine = 0;

    /// <summary>The work was done and the answer is no: a frame that cannot be read, a store that cannot be opened.</summary>
    public const int No = 1;

    /// <summary>The work was not begun: mistakes in the configuration or in what was typed.</summary>
    public const int Mistakes = 2;
}
