using System.Buffers.Binary;
using System.Text;
using EdgeGateway.Sim.Ledger;

namespace EdgeGateway.Sim.Radio;

/// <summary>What the radios make of what the gateway sends: registrations are confirmed, texts shown, questions answered.</summary>
/// <param name="fleet">Who is there.</param>
/// <param name="profile">How they behave.</param>
/// <param name="screen">Where texts are shown.</param>
/// <param name="answer">Sends an answer that must be told.</param>
/// <param name="note">Takes what is told without a promise.</param>
public sealed class RadioEar(RadioFleet fleet, RadioProfile profile, RadioScreen screen, Func<RadioStatement, TimeSpan, Task> answer, Action<TruthLine> note)
{
    /// <param name="heard">One message.</param>
    /// <param name="slot">On which slot it came; null where there is none.</param>
    /// <returns>An answer that is sent at once and promises nothing; null for none.</returns>
    public byte[]? Hear(HdapHeard heard, int? slot)
    {
        switch (heard.Service)
        {
            case RadioService.Rrs:
                Presence(heard);
                return null;
            case RadioService.Tmp:
                Text(heard, slot);
                return null;
            case RadioService.Lp:
                return Location(heard);
            default:
                return Control(heard);
        }
    }

    /// <summary>A gateway may make a reading of our state, before or after it has learnt who we are.</summary>
    private byte[]? Control(HdapHeard heard)
    {
        if (heard.Opcode == 0x00E7)
        {
            note(fleet.Voice.State(heard.Opcode, 0));
            note(fleet.Voice.State(heard.Opcode, profile.FirstId));
        }

        return RadioControl.Answer(heard, profile);
    }

    private void Presence(HdapHeard heard)
    {
        if (heard.Opcode == 0x0080 && heard.Payload is [_, _, _, _, var result, ..] && heard.Payload.Length >= 9)
        {
            fleet.Confirmed(Id(heard.Payload), result == 0 ? TimeSpan.FromSeconds(BinaryPrimitives.ReadUInt32BigEndian(heard.Payload.AsSpan(5))) : null);
        }
        else if (heard.Opcode == 0x0002 && heard.Payload.Length >= 4 && fleet.Find(Id(heard.Payload)) is { } unit)
        {
            _ = answer(fleet.Voice.Status(unit), TimeSpan.Zero);
        }
    }

    /// <summary>Private texts are acknowledged by the called radio, those to groups by nobody.</summary>
    private void Text(HdapHeard heard, int? slot)
    {
        byte code = (byte)heard.Opcode;
        bool options = (heard.Opcode & 0x4000) != 0;
        if (code is not (0xA1 or 0xB1) || heard.Payload.Length < (options ? 14 : 12))
        {
            return;
        }

        ReadOnlySpan<byte> at = heard.Payload.AsSpan(options ? 2 : 0);
        int behind = options ? BinaryPrimitives.ReadUInt16BigEndian(heard.Payload) : 0;
        uint request = BinaryPrimitives.ReadUInt32BigEndian(at);
        (int to, uint from) = (Id(at[4..]), BinaryPrimitives.ReadUInt32BigEndian(at[8..]));
        string text = Encoding.Unicode.GetString(at[12..Math.Max(12, at.Length - behind)]);
        bool there = code == 0xB1 || fleet.Find(to) is not null;
        if (there && profile.Faults.TextResult == 0)
        {
            screen.Show(to, (int)(from & 0xFF_FFFF), code == 0xB1, request, text);
        }

        if (code == 0xA1 && profile.TextAnswer >= TimeSpan.Zero)
        {
            byte result = there ? profile.Faults.TextResult : (byte)8;
            _ = answer(fleet.Voice.TextAck(to, slot ?? 1, from, request, result), profile.TextAnswer);
        }
    }

    private byte[]? Location(HdapHeard heard)
    {
        if (heard.Payload.Length < 8)
        {
            return null;
        }

        uint request = BinaryPrimitives.ReadUInt32BigEndian(heard.Payload);
        RadioUnit? unit = fleet.Find(Id(heard.Payload.AsSpan(4)));
        switch (heard.Opcode)
        {
            case 0xA001 when unit is not null:
                _ = answer(fleet.Voice.Answer(unit, fleet.Fix(unit), request), TimeSpan.Zero);
                return null;
            case 0xB001:
                return HdapBytes.Of(RadioService.Lp, 0xB002, [.. heard.Payload.AsSpan(0, 8), 0, 0]);
            case 0xC004:
                return HdapBytes.Of(RadioService.Lp, 0xC005, [.. heard.Payload.AsSpan(0, 8), 0, 0]);
            case 0xC001:
                return HdapBytes.Of(RadioService.Lp, 0xC002, [.. heard.Payload.AsSpan(0, 8), 0, 0]);
            case 0xD001 when heard.Payload.Length >= 9:
                return HdapBytes.Of(RadioService.Lp, 0xD002, [.. heard.Payload.AsSpan(0, 9), 0, 0]);
            default:
                return null;
        }
    }

    /// <summary>The subnet byte is not part of the identity.</summary>
    private static int Id(ReadOnlySpan<byte> ip) => (ip[1] << 16) | (ip[2] << 8) | ip[3];
}
