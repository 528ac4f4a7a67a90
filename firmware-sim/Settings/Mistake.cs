namespace EdgeGateway.Sim.Settings;

/// <summary>One mistake in a file that a person wrote.</summary>
/// <param name="Path">Where, for example <c>devices[2].rate</c>.</param>
/// <param name="Why">What is wrong and what would be right.</param>
public sealed record Mistake(string Path, string Why)
{
    public override string ToString() => $"{Path}: {Why}";
}
