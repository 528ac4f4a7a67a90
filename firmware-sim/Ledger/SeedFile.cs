namespace EdgeGateway.Sim.Ledger;

/// <summary>A file of words that must not be found, one a line; beside the ledger, with <see cref="Ending"/> behind its name.</summary>
public sealed class SeedFile(string? path) : ISeedList
{
    /// <summary>What is added to the ledger's name.</summary>
    public const string Ending = ".seeds";

    private readonly Lock _gate = new();

    /// <param name="ledger">Path of the ledger; null keeps nothing.</param>
    public static SeedFile Beside(string? ledger) => new(ledger is null ? null : ledger + Ending);

    public void Note(IReadOnlyList<string> words)
    {
        lock (_gate)
        {
            if (path is not null)
            {
                File.AppendAllLines(path, words);
            }
        }
    }
}
