using System.Security.Cryptography;
using System.Text;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Protocol.Contract;

/// <summary>Every MQTT topic of contract version 1, spelled here and nowhere else.</summary>
public sealed class Topics
{
    public const string DefaultRoot = "edge/v1";

    private readonly string _prefix;

    /// <param name="root">Root, default <see cref="DefaultRoot"/>.</param>
    /// <param name="site">Site code.</param>
    /// <param name="gateway">Gateway id; also client id and certificate subject.</param>
    public Topics(string root, string site, string gateway)
    {
        Root = root;
        _prefix = $"{root}/{Shard(gateway)}/{site}/{gateway}";
    }

    public string Root { get; }

    public string State => _prefix + "/state";

    public string Catalogue => _prefix + "/catalogue";

    public string Manifest => _prefix + "/up/manifest";

    public string Reply => _prefix + "/up/reply";

    public string Batch => _prefix + "/up/batch";

    /// <summary>Where a broker proves that it acknowledges; read by nobody.</summary>
    public string Probe => _prefix + "/probe";

    /// <param name="device">Device id, or <c>gateway</c> for the gateway itself.</param>
    /// <returns>Where the platform orders something of it.</returns>
    public string Command(string device) => CommandPrefix + device;

    /// <summary>Where the gateway asks a broker what becomes of a point; it comes back through <see cref="Down"/>.</summary>
    public string PointProbe => _prefix + "/down/probe.points";

    /// <summary>Everything the platform may say to this gateway.</summary>
    public string Down => _prefix + "/down/#";

    /// <summary>Which readings the platform has.</summary>
    public string Receipt => _prefix + "/down/receipt";

    /// <summary>A command, followed by the device's id.</summary>
    public string CommandPrefix => _prefix + "/down/command/";

    public string PlatformPresence => PlatformPrefix + "+";

    /// <summary>Presence of a platform, followed by its name.</summary>
    public string PlatformPrefix => Root + "/platform/";

    public string Reading(Lane lane, string device, string kind) => $"{_prefix}/up/{LaneNames.Of(lane)}/{device}/{kind}";

    public string Device(string device) => $"{_prefix}/device/{device}";

    public string Media(string sha256) => $"{_prefix}/up/media/{sha256}";

    /// <param name="sha256">Hash of the whole.</param>
    /// <param name="part">Part number from 0; every part but the last has <see cref="MediaParts.PartBytes"/> bytes.</param>
    /// <returns>The topic of one part of a file above <see cref="MediaParts.PartBytes"/>.</returns>
    public string MediaPart(string sha256, int part) => FormattableString.Invariant($"{_prefix}/up/media/{sha256}/{part}");

    /// <summary>Two lower-case hex digits, first byte of SHA-256 of the gateway id: lets consumers scale without shared subscriptions.</summary>
    public static string Shard(string gateway) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(gateway)).AsSpan(0, 1));
}
