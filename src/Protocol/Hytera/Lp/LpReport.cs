namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>A place: immediate, triggered, on a condition, or in an emergency. Which fields there are follows from the opcode and, for the level, from the length.</summary>
/// <param name="Kind">A002, A003, B003, C003, D003 or D004.</param>
/// <param name="RequestId">Null in B003.</param>
/// <param name="Radio">Where who is.</param>
/// <param name="Gps">The place and its time.</param>
public sealed record LpReport(LpOpcode Kind, uint? RequestId, RadioIp Radio, GpsBlock Gps) : LpContent(Kind, RequestId, Radio)
{
    /// <summary>A002, A003 and D004 only.</summary>
    public ushort? Result { get; init; }

    /// <summary>Level of reception in dBm as told; outside -240 to 0 it says nothing.</summary>
    public short? Rssi { get; init; }

    /// <summary>C003 only: how much longer it will go on, <c>ddhhmmss</c>.</summary>
    public string? Remaining { get; init; }

    /// <summary>B003 only.</summary>
    public byte? EmergencyType { get; init; }

    /// <summary>In dBm; null when the report has none or its value says none.</summary>
    public int? RssiDbm => Rssi is >= -240 and <= 0 ? Rssi : null;

    internal static LpReport From(LpOpcode kind, ref PayloadReader fields)
    {
        uint? request = kind == LpOpcode.EmergencyReport ? null : fields.U32();
        var radio = fields.Radio();
        byte? emergency = kind == LpOpcode.EmergencyReport ? fields.U8() : null;
        string? remaining = kind == LpOpcode.TriggeredReport ? fields.Ascii(8) : null;
        ushort? result = HasResult(kind) ? fields.U16() : null;
        var gps = GpsBlock.Read(fields.Bytes(GpsBlock.Length));

        // Two sources name A003 and A004 differently: the length decides whether a level follows.
        short? level = HasResult(kind) && fields.Left >= 2 ? (short)fields.U16() : null;
        return new LpReport(kind, request, radio, gps) { Result = result, Rssi = level, Remaining = remaining, EmergencyType = emergency };
    }

    private protected override void Write(PayloadWriter payload)
    {
        WriteHead(payload);
        payload.Bytes(EmergencyType is { } type ? [type] : []).Bytes(Remaining is null ? [] : new PayloadWriter().Ascii(Remaining, 8).ToArray());
        if (HasResult(Kind))
        {
            payload.U16(Result ?? LpResults.Ok);
        }

        payload.Bytes(Gps.ToBytes());
        if (Rssi is { } level)
        {
            payload.U16((ushort)level);
        }
    }

    private static bool HasResult(LpOpcode kind) => kind is LpOpcode.ImmediateReport or LpOpcode.ImmediateReportRssi or LpOpcode.ConditionReportRssi;
}
