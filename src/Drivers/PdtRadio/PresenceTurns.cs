using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Rrs;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>Counts how often a radio came and went: registering, leaving and registering again is three messages, not two and a repeat.</summary>
internal sealed class PresenceTurns
{
    private const int Most = 4096;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, (ushort Opcode, int Turn)> _last = [];

    public int Of(HdapContent content)
    {
        if (content is not (RrsRegistration or RrsGoingOffline or RrsStatusAnswer) || content is not RrsContent rrs)
        {
            return 0;
        }

        lock (_gate)
        {
            if (!_last.TryGetValue(rrs.Radio.Id, out var last))
            {
                last = (rrs.Opcode, 0);
                _ = _last.Count >= Most && _last.Remove(_last.Keys.First());
            }

            return (_last[rrs.Radio.Id] = (rrs.Opcode, last.Opcode == rrs.Opcode ? last.Turn : last.Turn + 1)).Turn;
        }
    }
}
