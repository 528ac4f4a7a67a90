using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Radio;

/// <summary>Says in bytes what a radio tells, and beside it the truth, which comes from the radio and not from the bytes.</summary>
/// <param name="device">Device id of the link.</param>
/// <param name="profile">How it speaks.</param>
/// <param name="slots">True where the link tells slots apart.</param>
public sealed class RadioVoice(string device, RadioProfile profile, bool slots)
{
    private const string None = "";

    public RadioStatement Registration(RadioUnit unit) => Rrs(unit, 0x0003, "online", "registration");

    public RadioStatement Leaving(RadioUnit unit) => Rrs(unit, 0x0001, "offline", "deregistration");

    /// <summary>Answer to a status check: online. What the gateway makes of it is its own affair.</summary>
    public RadioStatement Status(RadioUnit unit) => new(
        unit.Id, unit.Slot, RadioService.Rrs, HdapBytes.Of(RadioService.Rrs, 0x0082, [.. Ip(unit.Id), 0]),
        [Line("radio.presence", Native(RadioService.Rrs, 0x0082, 0, unit.Id), default, []) with { Told = TruthLine.Stream }]) { IsAnswer = true };

    /// <summary>A report under a standing order, as radios send them by themselves.</summary>
    public RadioStatement Report(RadioUnit unit, GpsFix fix, int? rssi) => Position(unit, fix, rssi, unit.ReportOrder, rssi is null ? (ushort)0xD003 : (ushort)0xD004, "condition", answer: false);

    /// <summary>Answer to the gateway's question.</summary>
    public RadioStatement Answer(RadioUnit unit, GpsFix fix, uint request) => Position(unit, fix, null, request, 0xA002, "request", answer: true);

    /// <summary>UTF-16LE to the group, without asking for a confirmation, as groups are texted.</summary>
    public RadioStatement Text(RadioUnit unit, string text)
    {
        uint request = unit.NextRequest();
        byte[] message = HdapBytes.Of(RadioService.Tmp, 0x00B1, [.. Big(request), .. Big((uint)profile.Group), .. Ip(unit.Id), .. Encoding.Unicode.GetBytes(text)]);
        return new(unit.Id, unit.Slot, RadioService.Tmp, message, [Line("radio.message", Native(RadioService.Tmp, 0x00B1, request, unit.Id), default,
        [
            .. About(unit), ("text", text), ("target.id", Text(profile.Group)), ("target.kind", "group"), ("requestId", Hex(request)), ("confirmed", "false"), ("hex", None),
        ])]);
    }

    /// <summary>The called radio has a text of the gateway, or the network could not reach it.</summary>
    public RadioStatement TextAck(int radio, int slot, uint gateway, uint request, byte result) => new(
        radio, slot, RadioService.Tmp, HdapBytes.Of(RadioService.Tmp, 0x00A2, [.. Big(request), .. Ip(radio), .. Big(gateway), result]),
        [Line("radio.delivery", Native(RadioService.Tmp, 0x00A2, request, radio), default,
        [
            ("level", "application"), ("requestId", Hex(request)), ("code", Text(result)),
        ])]) { IsAnswer = true };

    public RadioStatement Call(RadioUnit unit, bool begins, bool emergency = false)
    {
        ushort opcode = slots ? (ushort)0xB845 : (ushort)0xB844;
        byte type = emergency ? (byte)5 : (byte)1;
        byte[] payload = slots
            ? [.. Little16(1), .. Little16(begins ? 0 : 1), .. Little16(1), .. Little16(type), .. Little((uint)profile.Group), .. Little((uint)unit.Id)]
            : [.. Little16(begins ? 1 : 3), .. Little16(type), .. Little((uint)profile.Group), .. Little((uint)unit.Id)];
        string native = Native(RadioService.Rcp, opcode, 0, unit.Id);
        TruthLine call = Line("radio.call", native, default, [.. About(unit), ("caller.id", Text(unit.Id)), ("target.id", Text(profile.Group)), ("phase", begins ? "start" : slots ? "hang" : "end")]);
        return new(unit.Id, unit.Slot, RadioService.Rcp, HdapBytes.Of(RadioService.Rcp, opcode, payload), emergency ? [call, Emergency(unit, native)] : [call]) { IsUrgent = emergency };
    }

    /// <summary>The red button, with the place (0xB003; no capture of it is public).</summary>
    public RadioStatement Emergency(RadioUnit unit, GpsFix fix)
    {
        string native = Native(RadioService.Lp, 0xB003, 0, unit.Id) + Behind(fix);
        return new(unit.Id, unit.Slot, RadioService.Lp, HdapBytes.Of(RadioService.Lp, 0xB003, [.. Ip(unit.Id), 0, .. fix.Bytes()]),
            [Emergency(unit, native), Line("radio.position", native, fix.HasTime ? fix.Time : default, [.. About(unit), .. Place(fix), ("trigger", "emergency")])]) { IsUrgent = true };
    }

    /// <summary>Our reply to a question about our state, which promises nothing.</summary>
    public TruthLine State(ushort question, int radio) => Line("radio.status", Native(RadioService.Rcp, (ushort)(question | 0x8000), 0, radio), default, []);

    private TruthLine Emergency(RadioUnit unit, string native) => Line("radio.emergency", native, default, [.. About(unit)]);

    private RadioStatement Rrs(RadioUnit unit, ushort opcode, string state, string from) => new(
        unit.Id, unit.Slot, RadioService.Rrs, HdapBytes.Of(RadioService.Rrs, opcode, Ip(unit.Id)),
        [Line("radio.presence", Native(RadioService.Rrs, opcode, 0, unit.Id), default, [.. About(unit), ("state", state), ("from", from)])]);

    private RadioStatement Position(RadioUnit unit, GpsFix fix, int? rssi, uint request, ushort opcode, string trigger, bool answer)
    {
        byte[] gps = fix.Bytes();
        byte[] payload = opcode switch
        {
            0xD003 => [.. Big(request), .. Ip(unit.Id), .. gps],
            0xD004 => [.. Big(request), .. Ip(unit.Id), 0, 0, .. gps, .. Big16((short)rssi!.Value)],
            _ => [.. Big(request), .. Ip(unit.Id), 0, 0, .. gps],
        };
        TruthLine truth = Line("radio.position", Native(RadioService.Lp, opcode, request, unit.Id) + Behind(fix), fix.HasTime ? fix.Time : default,
        [
            .. About(unit), .. Place(fix), ("trigger", trigger), ("requestId", Hex(request)), ("rssiDbm", rssi is { } dbm ? Text(dbm) : None),
        ]);
        return new(unit.Id, unit.Slot, RadioService.Lp, HdapBytes.Of(RadioService.Lp, opcode, payload), rssi is { } level ? [truth, Signal(unit, truth, level)] : [truth]) { IsAnswer = answer };
    }

    /// <summary>How well the report was heard is a reading of its own.</summary>
    private TruthLine Signal(RadioUnit unit, TruthLine report, int level) =>
        Line("radio.signal", report.NativeId, default, [.. About(unit), ("scale", "lp-dbm"), ("value", Text(level)), ("dbm", Text(level))]);

    private static IEnumerable<(string, string)> Place(GpsFix fix) =>
    [
        ("fixValid", fix.HasPlace ? "true" : "false"),
        ("position.lat", fix.HasPlace ? Text(fix.Place.LatitudeDeg) : None),
        ("position.lon", fix.HasPlace ? Text(fix.Place.LongitudeDeg) : None),
        ("fixTime", fix.HasTime ? TruthTime.Text(fix.Time) : None),
        ("speedKmh", fix is { HasTime: true, HasPlace: true } ? Text(Math.Round(fix.Place.Knots * 1.852m, 1)) : None),
        ("courseDeg", fix is { HasTime: true, HasPlace: true } ? Text(fix.Place.CourseDeg) : None),
    ];

    private IEnumerable<(string, string)> About(RadioUnit unit) =>
        slots ? [("radioId", Text(unit.Id)), ("slot", Text(unit.Slot))] : [("radioId", Text(unit.Id))];

    private TruthLine Line(string kind, string native, DateTimeOffset time, IReadOnlyList<(string Path, string Told)> facts) => new()
    {
        Device = device,
        NativeId = native,
        Plate = None,
        LaneNo = 0,
        Time = time,
        Kind = kind,
        Facts = facts.ToDictionary(fact => fact.Path, fact => fact.Told),
    };

    private static string Native(RadioService service, ushort opcode, uint request, int radio) =>
        FormattableString.Invariant($"{service.ToString().ToUpperInvariant()}/{opcode:x4}/{request:x8}/{radio}");

    private static string Behind(GpsFix fix) => fix.HasTime ? "/" + fix.Digits : "";

    private byte[] Ip(int radio) => [profile.Subnet, (byte)(radio >> 16), (byte)(radio >> 8), (byte)radio];

    private static string Hex(uint request) => request.ToString("x8", CultureInfo.InvariantCulture);

    private static string Text(IFormattable number) => number.ToString(null, CultureInfo.InvariantCulture);

    private static byte[] Big(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Big16(short value) => [(byte)(value >> 8), (byte)value];

    private static byte[] Little16(int value) => [(byte)value, (byte)(value >> 8)];

    private static byte[] Little(uint value) => [(byte)value, (byte)(value >> 8), (byte)(value >> 16), (byte)(value >> 24)];
}
