namespace EdgeGateway.Sim.Settings;

/// <summary>A file cannot be used; carries every mistake found in it at once.</summary>
public sealed class MistakesException(IReadOnlyList<Mistake> mistakes) : Exception(string.Join('\n', mistakes))
{
    public IReadOnlyList<Mistake> Mistakes { get; } = mistakes;
}
