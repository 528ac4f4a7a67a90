namespace EdgeGateway.Benchmarks.Gateway;

/// <summary>How much each part of the bench does.</summary>
internal sealed record BenchSize
{
    public static readonly BenchSize Full = new();

    public static readonly BenchSize Short = new() { Rounds = 1, Drain = 20_000, Warm = 2_000, Sustained = 20_000, Latency = 2_500, Backlog = 50_000, Settle = TimeSpan.FromSeconds(2) };

    public int Rounds { get; init; } = 3;

    public int Drain { get; init; } = 200_000;

    public int Warm { get; init; } = 10_000;

    public int Sustained { get; init; } = 200_000;

    public int Latency { get; init; } = 10_000;

    public int Backlog { get; init; } = 1_000_000;

    public TimeSpan Settle { get; init; } = TimeSpan.FromSeconds(10);
}

/// <param name="What">What was measured.</param>
/// <param name="Figure">What came out.</param>
/// <param name="Beside">Ratio or remark.</param>
internal sealed record BenchRow(string What, string Figure, string Beside);
