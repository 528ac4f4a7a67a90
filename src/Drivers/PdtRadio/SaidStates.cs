using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Rcp;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>What a link last said of each of its states: the same again within a minute is nothing new (pdt-radio.md section 15, Q2).</summary>
internal sealed class SaidStates
{
    private static readonly TimeSpan s_window = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Dictionary<(int? Slot, ushort Opcode, byte Item), (HdapContent Said, int Turn, DateTimeOffset At)> _last = [];

    /// <param name="heard">The message.</param>
    /// <param name="turn">Of the emergency that it is a sign of: the same after an end is new.</param>
    public bool Knows(Heard heard, int turn)
    {
        if (KeyOf(heard) is not { } key)
        {
            return false;
        }

        lock (_gate)
        {
            return _last.TryGetValue(key, out var last) && last.Turn == turn && last.Said.Equals(heard.Content) && (heard.Received - last.At).Duration() < s_window;
        }
    }

    /// <summary>What came of it is on disk.</summary>
    public void Told(Heard heard, int turn)
    {
        if (KeyOf(heard) is { } key)
        {
            lock (_gate)
            {
                _last[key] = (heard.Content, turn, heard.Received);
            }
        }
    }

    private static (int? Slot, ushort Opcode, byte Item)? KeyOf(Heard heard) => heard.Content switch
    {
        RcpStatusReport report => (heard.Slot, report.Opcode, (byte)report.Item),
        RcpCallStatus or RcpRepeaterStatus => (heard.Slot, heard.Content.Opcode, 0),
        _ => null,
    };
}
