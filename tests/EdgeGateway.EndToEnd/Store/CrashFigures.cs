namespace EdgeGateway.EndToEnd.Store;

/// <summary>What the crash suites tried, for the end of test.sh's output: one line each in the file that it names.</summary>
internal static class CrashFigures
{
    private static readonly Lock s_gate = new();

    /// <param name="points">Instants at which a process was killed.</param>
    /// <param name="text">The figures in words.</param>
    public static void KillPoints(int points, string text) => Note("kill points", points, text);

    /// <param name="cuts">Instants at which the power was cut.</param>
    /// <param name="text">The figures in words.</param>
    public static void PowerCuts(int cuts, string text) => Note("power cuts", cuts, text);

    /// <param name="faults">Faults of the disk that were played.</param>
    /// <param name="text">The figures in words.</param>
    public static void DiskFaults(int faults, string text) => Note("disk faults", faults, text);

    private static void Note(string kind, int count, string text)
    {
        if (Environment.GetEnvironmentVariable("EDGEGATEWAY_FIGURES") is not { Length: > 0 } file)
        {
            return;
        }

        lock (s_gate)
        {
            File.AppendAllText(file, FormattableString.Invariant($"{kind}\t{count}\t{text}\n"));
        }
    }
}
