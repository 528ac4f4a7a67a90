namespace EdgeGateway.Protocol.Kiosks;

/// <summary>What is noticed while one message is read.</summary>
internal sealed class KioskNotes
{
    private readonly List<string> _doubts = [];

    public IReadOnlyList<string> Doubts => _doubts;

    /// <summary>How often anything was doubted, repeats too.</summary>
    public int Count { get; private set; }

    public bool HasUnlisted { get; set; }

    /// <param name="what">As for <see cref="Doubt"/>.</param>
    public bool IsDoubted(string what) => _doubts.Contains(Word(what));

    /// <param name="what">A fixed word of ours for the member; never its content.</param>
    public void Doubt(string what)
    {
        Count++;
        string doubt = Word(what);
        if (!_doubts.Contains(doubt))
        {
            _doubts.Add(doubt);
        }
    }

    private static string Word(string what) => what + "-unreadable";
}
