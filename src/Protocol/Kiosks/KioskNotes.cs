namespace EdgeGateway.Protocol.Kiosks;

/// <summary>What is noticed while one message is read.</summary>
internal sealed class KioskNotes
{
    private readonly List<string> _doubts = [];

    public IReadOnlyList<string> Doubts => _doubts;

    public bool HasUnlisted { get; set; }

    /// <param name="what">A fixed word of ours for the member; never its content.</param>
    public void Doubt(string what)
    {
        string doubt = what + "-unreadable";
        if (!_doubts.Contains(doubt))
        {
            _doubts.Add(doubt);
        }
    }
}
