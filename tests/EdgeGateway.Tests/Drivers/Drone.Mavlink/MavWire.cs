using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EdgeGateway.Tests.Drivers.Drone.Mavlink;

/// <summary>The vehicle's side of the wire, written by hand: it uses nothing of the product's codec.</summary>
internal sealed class MavWire(byte system, byte component = 1)
{
    private byte _sequence;

    /// <summary>Signs from now on: key, link id and the time of the next signature.</summary>
    public (byte[] Key, byte Link, ulong Time)? Signing { get; set; }

    public bool IsV1 { get; init; }

    public static byte[] Payload(int length, params (int At, object Value)[] fields)
    {
        var bytes = new byte[length];
        foreach (var (at, value) in fields)
        {
            byte[] raw = value switch
            {
                byte one => [one],
                sbyte one => [(byte)one],
                ushort one => BitConverter.GetBytes(one),
                short one => BitConverter.GetBytes(one),
                uint one => BitConverter.GetBytes(one),
                int one => BitConverter.GetBytes(one),
                ulong one => BitConverter.GetBytes(one),
                float one => BitConverter.GetBytes(one),
                string text => Encoding.UTF8.GetBytes(text),
                byte[] many => many,
                _ => throw new ArgumentException(value.GetType().Name),
            };
            raw.CopyTo(bytes, at);
        }

        return bytes;
    }

    public byte[] Frame(int id, byte crcExtra, byte[] payload)
    {
        int length = IsV1 ? payload.Length : Math.Max(1, Array.FindLastIndex(payload, one => one != 0) + 1);
        byte[] head = IsV1
            ? [0xFE, (byte)length, _sequence++, system, component, (byte)id]
            : [0xFD, (byte)length, (byte)(Signing is null ? 0 : 1), 0, _sequence++, system, component, (byte)id, (byte)(id >> 8), (byte)(id >> 16)];
        byte[] body = [.. head, .. payload.AsSpan(0, length)];
        ushort crc = Crc([.. body.AsSpan(1), crcExtra]);
        byte[] frame = [.. body, (byte)crc, (byte)(crc >> 8)];
        return Signing is null ? frame : Sign(frame);
    }

    public byte[] Heartbeat(byte type = 2, byte autopilot = 12, byte mode = 0xD1, uint custom = 0x04040000, byte state = 4) =>
        Frame(0, 50, Payload(9, (0, custom), (4, type), (5, autopilot), (6, mode), (7, state), (8, (byte)3)));

    public byte[] Position(double lat, double lon, int altMm = 51_230, int relativeMm = 30_000, short vx = 0, ushort hdg = 9_000) => Frame(
        33, 104, Payload(28, (4, (int)Math.Round(lat * 1e7)), (8, (int)Math.Round(lon * 1e7)), (12, altMm), (16, relativeMm), (20, vx), (26, hdg)));

    public byte[] SysStatus(uint enabled, uint healthy, sbyte percent = 78, ushort millivolts = 23_875) =>
        Frame(1, 124, Payload(43, (0, enabled), (4, enabled), (8, healthy), (14, millivolts), (16, (short)1265), (30, percent)));

    public byte[] Battery(byte charge, sbyte percent = 40, byte id = 0) => Frame(
        147, 154, Payload(54, (8, short.MaxValue), (10, (ushort)3985), (12, ushort.MaxValue), (14, ushort.MaxValue), (16, ushort.MaxValue), (18, ushort.MaxValue), (20, ushort.MaxValue),
            (22, ushort.MaxValue), (24, ushort.MaxValue), (26, ushort.MaxValue), (28, ushort.MaxValue), (30, (short)-1), (32, id), (35, percent), (36, 600), (40, charge)));

    public byte[] Text(byte severity, string text, ushort id = 0, byte chunk = 0) => Frame(253, 83, Payload(54, (0, severity), (1, text), (51, id), (53, chunk)));

    public byte[] Ack(ushort command, byte result, byte progress = 0, byte system = 255, byte component = 190) =>
        Frame(77, 143, Payload(10, (0, command), (2, result), (3, progress), (8, system), (9, component)));

    public byte[] Landed(byte state) => Frame(245, 130, Payload(2, (1, state)));

    public byte[] Clock(uint bootMs) => Frame(2, 137, Payload(12, (8, bootMs)));

    public byte[] Home(double lat, double lon) => Frame(
        242, 104, Payload(60, (0, (int)Math.Round(lat * 1e7)), (4, (int)Math.Round(lon * 1e7)), (8, 50_500), (24, float.NaN), (28, float.NaN), (32, float.NaN), (36, float.NaN)));

    public byte[] Capture(int index, string file) => Frame(
        263, 133, Payload(255, (12, 399_087_654), (16, 1_163_974_321), (20, 51_230), (28, float.NaN), (32, float.NaN), (36, float.NaN), (40, float.NaN), (44, index), (49, (sbyte)1), (50, file)));

    public byte[] BasicId(string uas, byte[]? mac = null, byte idType = 1) =>
        Frame(12900, 114, Payload(44, (2, mac ?? []), (22, idType), (23, (byte)2), (24, uas)));

    public byte[] Location(byte[] mac, double lat, double lon, float height = 40) => Frame(
        12901, 254, Payload(59, (0, (int)Math.Round(lat * 1e7)), (4, (int)Math.Round(lon * 1e7)), (8, -1000f), (12, 120f), (16, height), (20, 65535f), (24, (ushort)36_100), (26, (ushort)25_500), (28, (short)6_300), (32, mac), (52, (byte)2)));

    public byte[] OperatorId(byte[] mac, string id) => Frame(12905, 49, Payload(43, (2, mac), (23, id)));

    public byte[] Pack(byte[] mac, params byte[][] broadcasts) => Frame(
        12915, 94, Payload(249, (2, mac), (22, (byte)25), (23, (byte)broadcasts.Length), (24, broadcasts.SelectMany(one => one).ToArray())));

    private byte[] Sign(byte[] frame)
    {
        var (key, link, time) = Signing!.Value;
        Signing = (key, link, time + 1);
        var stamp = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(stamp, time);
        byte[] all = [.. frame, link, .. stamp.AsSpan(0, 6)];
        return [.. all, .. SHA256.HashData([.. key, .. all]).AsSpan(0, 6)];
    }

    private static ushort Crc(byte[] bytes)
    {
        ushort crc = 0xFFFF;
        foreach (byte one in bytes)
        {
            byte mixed = (byte)(one ^ (byte)crc);
            mixed ^= (byte)(mixed << 4);
            crc = (ushort)((crc >> 8) ^ (mixed << 8) ^ (mixed << 3) ^ (mixed >> 4));
        }

        return crc;
    }
}
