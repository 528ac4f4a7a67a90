using EdgeGateway.Drivers.PdtRadio;
using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;
using EdgeGateway.Protocol.Pdt;

namespace EdgeGateway.Tests.Drivers.PdtRadio;

/// <summary>One link as a driver uses it: what comes of a message is emitted and then told, unless the disk refuses.</summary>
internal sealed class Link
{
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 3, 32, 0, TimeSpan.Zero);

    private readonly RadioReadings _readings;

    public Link(NumberScheme scheme = NumberScheme.None, EmergencyWatch? emergencies = null, long? own = null)
    {
        Emergencies = emergencies ?? new EmergencyWatch();
        var site = new RadioSiteOptions { Numbers = new NumberRule { Scheme = scheme } };
        _readings = new RadioReadings(new RadioVia("radio-1", "test-radio", site) { PresenceValid = TimeSpan.FromSeconds(1800) }, Emergencies) { OwnId = own };
    }

    public EmergencyWatch Emergencies { get; }

    public RadioReadings Readings => _readings;

    public DateTimeOffset Now { get; set; } = Start;

    /// <param name="hex">An HDAP message, bare.</param>
    /// <param name="slot">Of a repeater.</param>
    /// <param name="stored">Whether the disk takes it.</param>
    public IReadOnlyList<Reading> Hear(string hex, int? slot = null, bool stored = true) => Hear(HdapMessage.TryRead(Convert.FromHexString(hex), out _)!, slot, stored);

    public IReadOnlyList<Reading> Hear(HdapService service, int opcode, string payload, bool stored = true) =>
        Hear(new HdapMessage(service, false, (ushort)opcode, Convert.FromHexString(payload)), null, stored);

    public IReadOnlyList<Reading> Hear(HdapMessage message, int? slot = null, bool stored = true)
    {
        var readings = _readings.Of(message, Now, slot);
        if (stored)
        {
            _readings.Told(message, Now, slot, readings);
        }

        return readings;
    }

    /// <summary>The one emergency among what comes of a message, or null.</summary>
    public RadioEmergencyBody? Alarm(HdapService service, int opcode, string payload, bool stored = true) =>
        Hear(service, opcode, payload, stored).Select(reading => reading.Body).OfType<RadioEmergencyBody>().SingleOrDefault();
}
