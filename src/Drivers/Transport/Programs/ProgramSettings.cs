namespace EdgeGateway.Drivers.Transport.Programs;

/// <summary>What is started. No shell reads any of it.</summary>
/// <param name="Name">Program, searched in the usual folders.</param>
/// <param name="Arguments">One by one.</param>
public sealed record ProgramSettings(string Name, IReadOnlyList<string> Arguments)
{
    /// <summary>Added to the gateway's own environment.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>How long it may take to end when asked; default 3 s.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(3);
}
