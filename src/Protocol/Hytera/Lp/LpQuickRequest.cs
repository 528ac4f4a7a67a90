namespace EdgeGateway.Protocol.Hytera.Lp;

/// <summary>Quick GPS: many radios report in turn.</summary>
/// <param name="RequestId">Chosen by the asker.</param>
/// <param name="Radio">Whom it asks.</param>
/// <param name="Command">1 begins, with a plan; others stand alone.</param>
/// <param name="Plan">Null unless the command is 1.</param>
public sealed record LpQuickRequest(uint? RequestId, RadioIp Radio, byte Command, LpQuickPlan? Plan) : LpContent(LpOpcode.QuickRequest, RequestId, Radio)
{
    /// <summary>The command that carries a plan.</summary>
    public const byte Begin = 1;

    internal static LpQuickRequest From(ref PayloadReader fields)
    {
        var (id, radio, command) = (fields.U32(), fields.Radio(), fields.U8());
        var plan = command == Begin ? new LpQuickPlan(fields.Ascii(14), fields.Ascii(14), fields.Ascii(8), fields.U16(), fields.U8(), fields.U16()) : null;
        return new LpQuickRequest(id, radio, command, plan);
    }

    private protected override void Write(PayloadWriter payload)
    {
        WriteHead(payload).U8(Command);
        if (Plan is { } plan)
        {
            payload.Ascii(plan.Start, 14).Ascii(plan.Stop, 14).Ascii(plan.Interval, 8).U16(plan.StepMs).U8(plan.ChannelShare).U16(plan.Order);
        }
    }
}
