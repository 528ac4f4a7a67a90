using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Privacy;
using EdgeGateway.Drivers.Transport.Brokers;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Drivers.Generic.Mqtt;

/// <summary>
/// What each topic said last, from link to link: a retained message that is just that is no news. It is written when a link ends and taken back before anything new
/// is told, so that after a crash nothing counts as known: then it is told once more.
/// </summary>
/// <param name="memory">Null: it is known only while this lasts.</param>
/// <param name="key">What is remembered are digests.</param>
/// <param name="map">By what the messages were read: another map makes other things of them.</param>
internal sealed class TopicMemory(IDeviceMemory? memory, DeviceKey key, string map)
{
    /// <summary>Topics beyond are not remembered.</summary>
    public const int Most = IDeviceMemory.LongestValue / (2 * Digits);

    private const string Name = "topics";
    private const int Digits = 16;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, string> _last = Read(memory?.Recall(Name) ?? string.Empty);
    private bool _isWritten = memory?.Recall(Name) is { Length: > 0 };

    /// <returns>Whether the topic said just that last, and it was told.</returns>
    public bool Knows(SiteMessage message)
    {
        lock (_gate)
        {
            return _last.GetValueOrDefault(Digest(message.Topic)) == Digest(message);
        }
    }

    /// <summary>Before a topic is told to say something.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses; nothing must be told.</exception>
    public async Task BeginAsync(SiteMessage message, CancellationToken ct)
    {
        bool isWritten;
        lock (_gate)
        {
            _last.Remove(Digest(message.Topic));
            isWritten = _isWritten;
        }

        if (isWritten)
        {
            await memory!.RememberAsync(Name, string.Empty, ct).ConfigureAwait(false);
            lock (_gate)
            {
                _isWritten = false;
            }
        }
    }

    /// <summary>It is told, and safe.</summary>
    public void Note(SiteMessage message)
    {
        lock (_gate)
        {
            if (_last.Count < Most)
            {
                _last[Digest(message.Topic)] = Digest(message);
            }
        }
    }

    /// <summary>The link ends. A disk that refuses remembers nothing, and all is told once more.</summary>
    public async Task KeepAsync()
    {
        string text;
        lock (_gate)
        {
            text = _isWritten ? string.Empty : string.Concat(_last.Select(one => one.Key + one.Value));
            _isWritten |= text.Length > 0;
        }

        if (memory is null || text.Length == 0)
        {
            return;
        }

        try
        {
            await memory.RememberAsync(Name, text, CancellationToken.None).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            // Nothing was written, or the disk would not have refused.
        }
    }

    private string Digest(SiteMessage message) => Convert.ToHexStringLower(key.Hash([.. key.Hash(map), .. message.Payload.Span]).AsSpan(0, Digits / 2));

    private string Digest(string topic) => key.Name(topic)[..Digits];

    private static Dictionary<string, string> Read(string text)
    {
        var last = new Dictionary<string, string>(StringComparer.Ordinal);
        for (int at = 0; at + (2 * Digits) <= text.Length; at += 2 * Digits)
        {
            last[text.Substring(at, Digits)] = text.Substring(at + Digits, Digits);
        }

        return last;
    }
}
