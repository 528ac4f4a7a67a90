using System.Buffers.Binary;
using System.Text;
using EdgeGateway.Protocol.Mavlink;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Sim.Twins.Drone.Mavlink;

/// <summary>An aircraft that flies over the site and says who it is; a receiver on board of ours passes it on (drone.md section 1.9).</summary>
/// <param name="profile">Which one.</param>
/// <param name="site">Where it flies: home of the first vehicle.</param>
public sealed class OverheardAircraft(OverheardProfile profile, FlyerProfile site)
{
    private const byte ReceiverComponent = 237;
    private const byte Airborne = 2;
    private const double MetresOfLatitude = 111_320;
    private const double HeightM = 80;
    private const int Broadcast = 25;

    private readonly MavWriter _writer = new((byte)site.System, ReceiverComponent, site.Key.Length > 0 ? new MavSigner(new MavKey(Convert.FromHexString(site.Key)), 2) : null);
    private readonly byte[] _mac = Convert.FromHexString(profile.Mac);

    public string Id => profile.Id;

    public bool IsHeard(TimeSpan sinceStart) => sinceStart >= profile.At && sinceStart < profile.At + profile.For;

    /// <summary>Once a second: where it is, and who.</summary>
    public IEnumerable<byte[]> Say(TimeSpan sinceStart, DateTimeOffset now)
    {
        if (profile.IsPack)
        {
            return [_writer.Write(Pack(sinceStart, now), now)];
        }

        return [_writer.Write(new OpenDroneIdBasicId(0, 0, _mac, 1, 2, Encoding.ASCII.GetBytes(profile.Id)), now), _writer.Write(Location(sinceStart, now), now), _writer.Write(System(), now)];
    }

    private int Lat => (int)Math.Round(site.Lat * 1e7);

    private int Lon(TimeSpan sinceStart) =>
        (int)Math.Round((site.Lon + ((profile.FromM - (profile.SpeedMps * (sinceStart - profile.At).TotalSeconds)) / MetresOfLatitude / Math.Cos(site.Lat * Math.PI / 180))) * 1e7);

    private OpenDroneIdLocation Location(TimeSpan sinceStart, DateTimeOffset now) => new(
        Lat,
        Lon(sinceStart),
        -1000,
        (float)(site.GroundM + HeightM),
        (float)HeightM,
        SecondsOfHour(now),
        27_000,
        (ushort)(profile.SpeedMps * 100),
        0,
        0,
        0,
        _mac,
        Airborne,
        0,
        11,
        4,
        0,
        3,
        2);

    /// <summary>Its pilot stands where it comes from.</summary>
    private OpenDroneIdSystem System() => new(Lat, Lon(profile.At), -1000, -1000, (float)site.GroundM, 0, 1, 0, 0, 0, _mac, 0, 0, 0, 0);

    private OpenDroneIdMessagePack Pack(TimeSpan sinceStart, DateTimeOffset now)
    {
        var messages = new byte[2 * Broadcast];
        (messages[0], messages[1]) = (0x02, 0x12);
        Encoding.ASCII.GetBytes(profile.Id, messages.AsSpan(2));
        PackLocation(messages.AsSpan(Broadcast), sinceStart, now);
        return new OpenDroneIdMessagePack(0, 0, _mac, Broadcast, 2, messages);
    }

    private void PackLocation(Span<byte> bytes, TimeSpan sinceStart, DateTimeOffset now)
    {
        // To the west: 90 degrees of the western half.
        (bytes[0], bytes[1], bytes[2]) = (0x12, Airborne << 4 | 2, 90);
        bytes[3] = (byte)Math.Min(profile.SpeedMps / 0.25, 254);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[5..], Lat);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[9..], Lon(sinceStart));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[15..], (ushort)((site.GroundM + HeightM + 1000) * 2));
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[17..], (ushort)((HeightM + 1000) * 2));
        (bytes[19], bytes[20], bytes[23]) = (0x4B, 0x03, 2);
        BinaryPrimitives.WriteUInt16LittleEndian(bytes[21..], (ushort)(SecondsOfHour(now) * 10));
    }

    private static float SecondsOfHour(DateTimeOffset now) => (now.Minute * 60) + now.Second + (now.Millisecond / 1000f);
}
