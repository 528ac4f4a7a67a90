using System.Buffers.Binary;
using System.Text;
using EdgeGateway.Protocol.Mavlink.Messages;

namespace EdgeGateway.Protocol.Mavlink;

/// <summary>
/// Takes the broadcasts out of a pack (drone.md section 1.9). Each has 25 bytes as ASTM F3411 lays them out: kind and version in the first one, then packed
/// values; here they become what the same facts are as messages of their own.
/// </summary>
public sealed class RemoteIdPack
{
    /// <summary>Bytes of one broadcast.</summary>
    public const int BroadcastLength = 25;

    /// <summary>Most broadcasts of one pack.</summary>
    public const int Most = 9;

    private const int BasicIdKind = 0;
    private const int LocationKind = 1;
    private const int SelfIdKind = 3;
    private const int SystemKind = 4;
    private const int OperatorIdKind = 5;
    private const int RadiusStepM = 10;

    private readonly OpenDroneIdMessagePack _pack;

    private RemoteIdPack(in OpenDroneIdMessagePack pack) => _pack = pack;

    public IReadOnlyList<OpenDroneIdBasicId> BasicIds { get; private init; } = [];

    public OpenDroneIdLocation? Location { get; private set; }

    public OpenDroneIdSelfId? SelfId { get; private set; }

    public OpenDroneIdSystem? System { get; private set; }

    /// <summary>Broadcasts with the registration of the operator: counted, and not read.</summary>
    public int OperatorIds { get; private set; }

    /// <summary>Broadcasts of other kinds, such as authentication: left as they are.</summary>
    public int Unread { get; private set; }

    /// <returns>Null when the pack contradicts itself: other sizes, or more broadcasts than there can be.</returns>
    public static RemoteIdPack? Open(in OpenDroneIdMessagePack pack)
    {
        if (pack.SingleMessageSize != BroadcastLength || pack.MsgPackSize is 0 or > Most)
        {
            return null;
        }

        var basicIds = new List<OpenDroneIdBasicId>();
        var opened = new RemoteIdPack(pack) { BasicIds = basicIds };
        for (int i = 0; i < pack.MsgPackSize; i++)
        {
            opened.Read(pack.Messages.Span.Slice(i * BroadcastLength, BroadcastLength), basicIds);
        }

        return opened;
    }

    private void Read(ReadOnlySpan<byte> broadcast, List<OpenDroneIdBasicId> basicIds)
    {
        switch (broadcast[0] >> 4)
        {
            case BasicIdKind:
                basicIds.Add(new OpenDroneIdBasicId(
                    _pack.TargetSystem, _pack.TargetComponent, _pack.IdOrMac, High(broadcast[1]), Low(broadcast[1]), broadcast.Slice(2, 20).ToArray()));
                break;
            case LocationKind:
                Location = ReadLocation(broadcast);
                break;
            case SelfIdKind:
                SelfId = new OpenDroneIdSelfId(_pack.TargetSystem, _pack.TargetComponent, _pack.IdOrMac, broadcast[1], Text(broadcast[2..]));
                break;
            case SystemKind:
                System = ReadSystem(broadcast);
                break;
            case OperatorIdKind:
                OperatorIds++;
                break;
            default:
                Unread++;
                break;
        }
    }

    private OpenDroneIdLocation ReadLocation(ReadOnlySpan<byte> bytes)
    {
        bool isWest = (bytes[1] & 2) != 0;
        bool isFast = (bytes[1] & 1) != 0;
        ushort tenths = U16(bytes, 21);
        return new OpenDroneIdLocation(
            I32(bytes, 5),
            I32(bytes, 9),
            AltitudeM(U16(bytes, 13)),
            AltitudeM(U16(bytes, 15)),
            AltitudeM(U16(bytes, 17)),
            tenths == ushort.MaxValue ? tenths : tenths / 10f,
            (ushort)((bytes[2] + (isWest ? 180 : 0)) * 100),
            (ushort)(isFast ? (bytes[3] * 75) + (255 * 25) : bytes[3] * 25),
            (short)((sbyte)bytes[4] * 50),
            _pack.TargetSystem,
            _pack.TargetComponent,
            _pack.IdOrMac,
            High(bytes[1]),
            (byte)(bytes[1] >> 2 & 1),
            Low(bytes[19]),
            High(bytes[19]),
            High(bytes[20]),
            Low(bytes[20]),
            Low(bytes[23]));
    }

    private OpenDroneIdSystem ReadSystem(ReadOnlySpan<byte> bytes) => new(
        I32(bytes, 2),
        I32(bytes, 6),
        AltitudeM(U16(bytes, 13)),
        AltitudeM(U16(bytes, 15)),
        AltitudeM(U16(bytes, 18)),
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[20..]),
        U16(bytes, 10),
        (ushort)(bytes[12] * RadiusStepM),
        _pack.TargetSystem,
        _pack.TargetComponent,
        _pack.IdOrMac,
        (byte)(bytes[1] & 3),
        (byte)(bytes[1] >> 2 & 7),
        High(bytes[17]),
        Low(bytes[17]));

    private static byte High(byte value) => (byte)(value >> 4);

    private static byte Low(byte value) => (byte)(value & 0x0F);

    private static ushort U16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static int I32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes[at..]);

    /// <summary>Half metres from 1,000 m below; the lowest means unknown, here as there.</summary>
    private static float AltitudeM(ushort halves) => (halves * 0.5f) - 1000f;

    private static string Text(ReadOnlySpan<byte> bytes)
    {
        int end = bytes.IndexOf((byte)0);
        return Encoding.UTF8.GetString(end < 0 ? bytes : bytes[..end]);
    }
}
