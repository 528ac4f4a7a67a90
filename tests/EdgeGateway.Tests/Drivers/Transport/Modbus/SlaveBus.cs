using System.Collections.Concurrent;

namespace EdgeGateway.Tests.Drivers.Transport.Modbus;

/// <summary>The units of one bus and how they misbehave; a wire brings the questions.</summary>
internal sealed class SlaveBus
{
    private readonly ConcurrentDictionary<byte, SlaveUnit> _units = new();

    /// <summary>Every question in the order of arrival: unit and PDU.</summary>
    public ConcurrentQueue<(byte Unit, byte[] Pdu)> Asked { get; } = new();

    /// <summary>Holds the answers of a unit back until the task is done; units that are not in it answer at once.</summary>
    public ConcurrentDictionary<byte, Task> Holds { get; } = new();

    /// <summary>Changes what is sent: null says nothing.</summary>
    public Func<byte, byte[], byte[]?> Spoil { get; set; } = static (_, frame) => frame;

    public SlaveUnit this[byte unit] => _units.GetOrAdd(unit, static _ => new SlaveUnit());

    public int AskedOf(byte unit) => Asked.Count(one => one.Unit == unit);

    public async Task AnswerAsync(byte unit, byte[] pdu, Func<byte[], byte[]> frame, Func<byte[], Task> send)
    {
        Asked.Enqueue((unit, pdu));
        if (Holds.TryGetValue(unit, out var hold))
        {
            await hold;
        }

        if (Spoil(unit, frame(this[unit].Answer(pdu))) is { } said)
        {
            await send(said);
        }
    }
}
