using System.Text.RegularExpressions;

namespace EdgeGateway.EndToEnd.Store;

/// <summary>One chosen instant: a call on the store's files, about to begin or just done.</summary>
/// <param name="Call">System call.</param>
/// <param name="When">Which of a thread's calls, from 1.</param>
/// <param name="Done">True when the call is done and only its return is not seen; false when it does not happen.</param>
/// <param name="Readings">How many each caller of the child appends; few where the closing is to be hit.</param>
internal sealed record KillPoint(string Call, int When, bool Done, int Readings)
{
    /// <remarks>The thread stands still there, and is killed. A signal of strace's own does not work together with its filter (6.1).</remarks>
    public string[] Options(string store) =>
    [
        .. FaultTarget.Everything.Paths(store).SelectMany(static path => new[] { "-P", path }),
        "-s", "0", "-e", $"trace={Call}", "-e", $"inject={Call}:{(Done ? "delay_exit" : "delay_enter")}=60000000:when={When}",
    ];

    /// <returns>True when a thread stands at the point.</returns>
    public bool Reached(string log)
    {
        string text = File.Exists(log) ? File.ReadAllText(log) : string.Empty;
        return Done
            ? text.Contains("(DELAYED)", StringComparison.Ordinal)
            : Regex.Matches(text, $@"^(\d+) +{Call}\(", RegexOptions.Multiline).CountBy(static call => call.Groups[1].Value).Any(thread => thread.Value >= When);
    }

    public override string ToString() => $"{(Done ? "after" : "before")} {Call} {When}";
}
