namespace EdgeGateway.Drivers.Transport.Programs;

/// <summary>Reads what a program writes, so that it is never held up by a full pipe, and keeps the end of it.</summary>
internal sealed class LastWords
{
    /// <summary>Characters kept.</summary>
    public const int Most = 2_000;

    private readonly Lock _gate = new();
    private string _kept = string.Empty;

    public string Text
    {
        get
        {
            lock (_gate)
            {
                return _kept.Trim();
            }
        }
    }

    /// <summary>Ends with the stream; whatever breaks it ends it too.</summary>
    public async Task ReadAsync(TextReader from)
    {
        var buffer = new char[1024];
        try
        {
            while (await from.ReadAsync(buffer).ConfigureAwait(false) is var count and > 0)
            {
                Keep(buffer.AsSpan(0, count));
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // It is gone; what it said is kept.
        }
    }

    private void Keep(ReadOnlySpan<char> words)
    {
        lock (_gate)
        {
            string all = string.Concat(_kept, words);
            _kept = all.Length <= Most ? all : all[^Most..];
        }
    }
}
