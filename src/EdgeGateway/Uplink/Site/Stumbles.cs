using System.Security.Cryptography;
using EdgeGateway.Uplink.Mqtt;

namespace EdgeGateway.Uplink.Site;

/// <summary>How often drivers have stumbled over the same message, over all links. Any thread.</summary>
internal sealed class Stumbles
{
    /// <summary>So often a message comes before it is let go.</summary>
    public const int Most = 3;

    /// <summary>A link ends with each, so there are never many.</summary>
    private const int MostKept = 256;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Names a message in the log, without what it says.</summary>
    public static string Digest(MqttMessage message) => Convert.ToHexStringLower(SHA256.HashData(message.Payload.Span)[..8]);

    /// <summary>A driver has stumbled over it.</summary>
    /// <param name="place">Host and port of the broker.</param>
    /// <param name="message">Which.</param>
    /// <returns>Whether that was once too often.</returns>
    public bool IsLast(string place, MqttMessage message)
    {
        string key = $"{place} {message.Topic} {Digest(message)}";
        lock (_gate)
        {
            if (_counts.Count >= MostKept && !_counts.ContainsKey(key))
            {
                _counts.Clear();
            }

            int count = _counts.GetValueOrDefault(key) + 1;
            _counts[key] = count;
            return count >= Most && _counts.Remove(key);
        }
    }
}
