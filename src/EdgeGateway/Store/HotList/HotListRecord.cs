using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;
using EdgeGateway.Protocol.HotList;
using EdgeGateway.Store.Sqlite;

namespace EdgeGateway.Store.HotList;

/// <summary>
/// One record of a list's file. All numbers little-endian:
/// <code>
/// u32 CRC-32C of everything behind it up to the end of the payload
/// u32 length of the payload, 1 to 4,096
/// payload: u8 kind, then by kind; filled up with zeros so that the next record begins at a multiple of 16
///   1 put     u8 bits (1 fuzzy, 2 priority, 4 class, 8 notify), u8 colour (0 any), u8 zero, i32 priority, i64 from, i64 to (UTC ticks),
///             then texts: id, plate, category, reason, authority, class, notify
///   2 remove  u8[7] zero, text id
///   3 stamp   u8[7] zero, i64 UTC ticks: no signed file of this age or older is taken again
/// text: u16 length in bytes, UTF-8
/// </code>
/// </summary>
public static class HotListRecord
{
    public const int Align = 16;
    public const int HeadBytes = 8;
    public const int PayloadMost = 4096;
    public const byte Put = 1;
    public const byte Remove = 2;
    public const byte Stamp = 3;

    private const int PutFixed = 24;
    private const int PutTexts = 7;
    private const int OtherFixed = 8;
    private const byte FuzzyBit = 1;
    private const byte PriorityBit = 2;
    private const byte ClassBit = 4;
    private const byte NotifyBit = 8;

    public static byte[] OfPut(HotListEntry entry)
    {
        var payload = new byte[PayloadMost];
        payload[0] = Put;
        payload[1] = (byte)((entry.Fuzzy ? FuzzyBit : 0) | (entry.Priority is null ? 0 : PriorityBit) | (entry.PlateClass is null ? 0 : ClassBit) | (entry.NotifyAt is null ? 0 : NotifyBit));
        payload[2] = (byte)(entry.Colour ?? 0);
        BinaryPrimitives.WriteInt32LittleEndian(payload.AsSpan(4), entry.Priority ?? 0);
        BinaryPrimitives.WriteInt64LittleEndian(payload.AsSpan(8), entry.From.UtcTicks);
        BinaryPrimitives.WriteInt64LittleEndian(payload.AsSpan(16), entry.To.UtcTicks);
        int at = PutFixed;
        at = Write(payload, at, entry.Id);
        at = Write(payload, at, entry.Plate);
        at = Write(payload, at, entry.Category);
        at = Write(payload, at, entry.Reason);
        at = Write(payload, at, entry.Authority);
        at = Write(payload, at, entry.PlateClass ?? string.Empty);
        at = Write(payload, at, entry.NotifyAt ?? string.Empty);
        return Whole(payload.AsSpan(0, at));
    }

    public static byte[] OfRemove(string id)
    {
        var payload = new byte[OtherFixed + 2 + (3 * id.Length)];
        payload[0] = Remove;
        return Whole(payload.AsSpan(0, Write(payload, OtherFixed, id)));
    }

    public static byte[] OfStamp(DateTimeOffset issued)
    {
        var payload = new byte[OtherFixed + sizeof(long)];
        payload[0] = Stamp;
        BinaryPrimitives.WriteInt64LittleEndian(payload.AsSpan(OtherFixed), issued.UtcTicks);
        return Whole(payload);
    }

    /// <summary>Looks for a record at the beginning of the bytes.</summary>
    /// <param name="bytes">From a place in the file that is a multiple of <see cref="Align"/>.</param>
    /// <param name="payload">Its payload.</param>
    /// <returns>Bytes of the whole record; 0 when there is none, or not all of it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int TryFind(ReadOnlySpan<byte> bytes, out ReadOnlySpan<byte> payload)
    {
        payload = default;
        if (bytes.Length < HeadBytes)
        {
            return 0;
        }

        uint length = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
        if (length is < 1 or > PayloadMost || bytes.Length < HeadBytes + (int)length)
        {
            return 0;
        }

        if (BinaryPrimitives.ReadUInt32LittleEndian(bytes) != RowChecksum.Of(bytes.Slice(4, 4 + (int)length)))
        {
            return 0;
        }

        payload = bytes.Slice(HeadBytes, (int)length);
        return IsSound(payload) ? Aligned(HeadBytes + (int)length) : 0;
    }

    /// <returns>Bytes of the UTF-8 text of the id.</returns>
    public static ReadOnlySpan<byte> IdOf(ReadOnlySpan<byte> payload) => TextAt(payload, payload[0] == Put ? PutFixed : OtherFixed);

    public static ReadOnlySpan<byte> PlateOf(ReadOnlySpan<byte> payload) => TextAt(payload, PutFixed + 2 + IdOf(payload).Length);

    public static bool IsFuzzy(ReadOnlySpan<byte> payload) => (payload[1] & FuzzyBit) != 0;

    public static long FromTicks(ReadOnlySpan<byte> payload) => BinaryPrimitives.ReadInt64LittleEndian(payload[8..]);

    public static long ToTicks(ReadOnlySpan<byte> payload) => BinaryPrimitives.ReadInt64LittleEndian(payload[16..]);

    public static DateTimeOffset StampOf(ReadOnlySpan<byte> payload) => new(BinaryPrimitives.ReadInt64LittleEndian(payload[OtherFixed..]), TimeSpan.Zero);

    /// <param name="payload">Of a put.</param>
    public static HotListEntry EntryOf(ReadOnlySpan<byte> payload)
    {
        int at = PutFixed;
        string id = Read(payload, ref at);
        string plate = Read(payload, ref at);
        string category = Read(payload, ref at);
        string reason = Read(payload, ref at);
        string authority = Read(payload, ref at);
        string plateClass = Read(payload, ref at);
        string notify = Read(payload, ref at);
        byte bits = payload[1];
        return new HotListEntry
        {
            Id = id,
            Plate = plate,
            Colour = payload[2] == 0 ? null : payload[2],
            PlateClass = (bits & ClassBit) == 0 ? null : plateClass,
            Category = category,
            Reason = reason,
            Authority = authority,
            From = new DateTimeOffset(FromTicks(payload), TimeSpan.Zero),
            To = new DateTimeOffset(ToTicks(payload), TimeSpan.Zero),
            Fuzzy = IsFuzzy(payload),
            Priority = (bits & PriorityBit) == 0 ? null : BinaryPrimitives.ReadInt32LittleEndian(payload[4..]),
            NotifyAt = (bits & NotifyBit) == 0 ? null : notify,
        };
    }

    public static int Aligned(int bytes) => (bytes + Align - 1) & ~(Align - 1);

    /// <returns>The record again whose payload this is.</returns>
    public static byte[] Again(ReadOnlySpan<byte> payload) => Whole(payload);

    /// <remarks>A checksum shows that nobody changed it by accident; what reads it must not stumble over what somebody made.</remarks>
    private static bool IsSound(ReadOnlySpan<byte> payload) => payload[0] switch
    {
        Put => payload.Length > PutFixed && IsTime(FromTicks(payload)) && IsTime(ToTicks(payload)) && Texts(payload[PutFixed..]) == PutTexts && IdOf(payload).Length > 0,
        Remove => payload.Length > OtherFixed && Texts(payload[OtherFixed..]) == 1 && IdOf(payload).Length > 0,
        Stamp => payload.Length == OtherFixed + sizeof(long) && IsTime(BinaryPrimitives.ReadInt64LittleEndian(payload[OtherFixed..])),
        _ => false,
    };

    private static bool IsTime(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;

    /// <returns>How many texts fill the bytes; 0 when they do not.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Texts(ReadOnlySpan<byte> bytes)
    {
        int texts = 0;
        while (bytes.Length >= 2 && bytes.Length - 2 >= BinaryPrimitives.ReadUInt16LittleEndian(bytes))
        {
            bytes = bytes[(2 + BinaryPrimitives.ReadUInt16LittleEndian(bytes))..];
            texts++;
        }

        return bytes.IsEmpty ? texts : 0;
    }

    private static byte[] Whole(ReadOnlySpan<byte> payload)
    {
        var record = new byte[Aligned(HeadBytes + payload.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(4), payload.Length);
        payload.CopyTo(record.AsSpan(HeadBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(record, RowChecksum.Of(record.AsSpan(4, 4 + payload.Length)));
        return record;
    }

    private static int Write(byte[] payload, int at, string text)
    {
        int length = Encoding.UTF8.GetBytes(text, payload.AsSpan(at + 2));
        BinaryPrimitives.WriteUInt16LittleEndian(payload.AsSpan(at), (ushort)length);
        return at + 2 + length;
    }

    private static string Read(ReadOnlySpan<byte> payload, ref int at)
    {
        var text = TextAt(payload, at);
        at += 2 + text.Length;
        return Encoding.UTF8.GetString(text);
    }

    private static ReadOnlySpan<byte> TextAt(ReadOnlySpan<byte> payload, int at) =>
        payload.Slice(at + 2, BinaryPrimitives.ReadUInt16LittleEndian(payload[at..]));
}
