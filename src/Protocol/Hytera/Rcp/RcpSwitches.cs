namespace EdgeGateway.Protocol.Hytera.Rcp;

/// <summary>Switches status reports (10C7, by <see cref="RcpStatusItem"/>) or broadcasts (10C9: 0 B843, 1 B844, 2 B845) on and off.</summary>
/// <param name="Kind">The opcode.</param>
/// <param name="Entries">At most 255.</param>
public sealed record RcpSwitches(RcpOpcode Kind, IReadOnlyList<RcpSwitch> Entries) : RcpContent(Kind)
{
    /// <summary>B843, B844 and B845.</summary>
    public static RcpSwitches AllBroadcasts { get; } = new(RcpOpcode.EnableBroadcasts, [new(0, 1), new(1, 1), new(2, 1)]);

    public static RcpSwitches Reports(params IEnumerable<RcpStatusItem> items) => new(RcpOpcode.EnableReports, [.. items.Select(item => new RcpSwitch((byte)item, 1))]);

    internal static RcpSwitches From(RcpOpcode kind, ref PayloadReader fields)
    {
        var entries = new RcpSwitch[fields.U8()];
        for (int i = 0; i < entries.Length && !fields.IsShort; i++)
        {
            entries[i] = new RcpSwitch(fields.U8(), fields.U8());
        }

        return new RcpSwitches(kind, entries);
    }

    private protected override void Write(PayloadWriter payload)
    {
        payload.U8((byte)Entries.Count);
        foreach (var (what, on) in Entries)
        {
            payload.U8(what).U8(on);
        }
    }
}
