namespace EdgeGateway.EndToEnd.Store;

/// <summary>One way in which the disk says no.</summary>
/// <param name="Target">Where in the store.</param>
/// <param name="Call">System call.</param>
/// <param name="Error">Name of the error.</param>
/// <param name="When">Which of a thread's calls, in strace's words: <c>3</c>, <c>3..6</c>, <c>3+</c>, <c>3+2</c>.</param>
internal sealed record DiskFault(FaultTarget Target, string Call, string Error, string When)
{
    /// <summary>The disk never recovers: only a restart ends it.</summary>
    public bool ForGood => When.EndsWith('+');

    public string[] Options(string store) =>
    [
        .. Target.Paths(store).SelectMany(static path => new[] { "-P", path }),
        "-s", "0", "-e", $"trace={Call}", "-e", $"inject={Call}:error={Error}:when={When}",
    ];

    public override string ToString() => $"{Call} of {Target.Name}: {Error}, {When}";
}
