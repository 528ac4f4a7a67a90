using EdgeGateway.Protocol.Hytera;
using EdgeGateway.Protocol.Hytera.Dds;
using EdgeGateway.Protocol.Hytera.Lp;
using EdgeGateway.Protocol.Hytera.Rcp;
using EdgeGateway.Protocol.Hytera.Rrs;
using EdgeGateway.Protocol.Hytera.Tmp;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Radio;

namespace EdgeGateway.Drivers.PdtRadio;

/// <summary>
/// From messages of the Hytera data port to readings (pdt-radio.md section 16). One for each link; no clock, the time of receipt
/// is passed in. What <see cref="Of"/> gives is emitted first and told with <see cref="Told"/> afterwards: only then is a second
/// sign of the same thing nothing new.
/// </summary>
/// <param name="via">Which link.</param>
/// <param name="emergencies">May outlive the link, so that an emergency that stands is not raised again by a reconnect.</param>
public sealed class RadioReadings(RadioVia via, EmergencyWatch emergencies)
{
    /// <summary>Kinds of readings that are made here.</summary>
    public static readonly IReadOnlyList<string> Kinds =
    [
        RadioPresenceBody.KindName,
        RadioPositionBody.KindName,
        RadioMessageBody.KindName,
        RadioDeliveryBody.KindName,
        RadioCallBody.KindName,
        RadioEmergencyBody.KindName,
        RadioSignalBody.KindName,
        RadioStatusBody.KindName,
    ];

    private readonly PresenceTurns _turns = new();
    private readonly SaidStates _said = new();

    /// <summary>The radio or repeater on this link, as soon as it said who it is: states and emergencies of its own name nobody.</summary>
    public long? OwnId { get; set; }

    /// <summary>By what the same message is known again within a minute (Q1 to Q3), whatever link it came over; null when it never is a repeat.</summary>
    public string? KeyOf(HdapMessage message, int? slot = null)
    {
        var heard = Hear(message, default, slot);
        return RadioKeys.IsRepeatable(heard.Content) ? $"{RadioKeys.NativeId(heard)}\n{RadioKeys.Digest(message)}\n{TurnOf(heard)}" : null;
    }

    /// <param name="message">As it came.</param>
    /// <param name="received">By the gateway's clock.</param>
    /// <param name="slot">Of a repeater; null where there is none.</param>
    /// <returns>Alarms first; nothing for answers, for what is known, and for what cannot be read.</returns>
    public IReadOnlyList<Reading> Of(HdapMessage message, DateTimeOffset received, int? slot = null)
    {
        var heard = Hear(message, received, slot);
        var envelope = new RadioEnvelope(via, heard, TurnOf(heard));

        // A state said twice may be a cry for help after the first was ended: only the emergencies' own rule leaves that out.
        return [.. Emergency(envelope), .. _said.Knows(heard, EmergencyTurnOf(heard)) ? [] : Plain(envelope)];
    }

    /// <summary>Every reading that came of it is on disk.</summary>
    public void Told(HdapMessage message, DateTimeOffset received, int? slot, IEnumerable<Reading> readings)
    {
        EmergenciesTold(message, received, slot, readings);
        var heard = Hear(message, received, slot);
        _said.Told(heard, EmergencyTurnOf(heard));
    }

    /// <summary>As <see cref="Told"/>, for emergencies alone.</summary>
    public void EmergenciesTold(HdapMessage message, DateTimeOffset received, int? slot, IEnumerable<Reading> readings)
    {
        var caller = EmergencyCaller.Of(Hear(message, received, slot), via.Device);
        foreach (var body in readings.Select(reading => reading.Body).OfType<RadioEmergencyBody>())
        {
            emergencies.Told(caller, body, received);
        }
    }

    /// <summary>Whether it says something about an emergency, new or not.</summary>
    public bool IsSign(HdapContent content) => EmergencySign.Of(content, via) is not null;

    /// <summary>A reading about presence that no message says: silence, or a question without an answer.</summary>
    /// <param name="radio">24-bit id.</param>
    /// <param name="now">By the gateway's clock.</param>
    /// <param name="body">State and where it comes from.</param>
    public Reading Presence(long radio, DateTimeOffset now, RadioPresenceBody body) => Own(radio, now, body, Lane.Event);

    /// <summary>What became of a command on its way: transport acknowledgements, and questions that nobody answered.</summary>
    public Reading Delivery(long? radio, DateTimeOffset now, RadioDeliveryBody body) => Own(radio, now, body, Lane.Event);

    /// <summary>Something about an emergency that no message says; see <see cref="EmergencyWatch.Clear"/>.</summary>
    public Reading Emergency(RadioEmergencyBody body, DateTimeOffset now) => Own(body.RadioId, now, body, Lane.Alarm);

    private Heard Hear(HdapMessage message, DateTimeOffset received, int? slot) => new(message, HdapContent.Read(message), received, slot, OwnId);

    private int TurnOf(Heard heard) => IsSign(heard.Content) ? EmergencyTurnOf(heard) : _turns.Of(heard.Content);

    private int EmergencyTurnOf(Heard heard) => EmergencySign.Of(heard.Content, via) is { } sign ? emergencies.TurnOf(EmergencyCaller.Of(heard, via.Device), sign) : 0;

    private IEnumerable<Reading> Emergency(RadioEnvelope envelope) =>
        EmergencySign.Of(envelope.Heard.Content, via) is { } sign && emergencies.Judge(EmergencyCaller.Of(envelope.Heard, via.Device), sign, envelope.Heard.Received) is { } body
            ? [envelope.Wrap(body, Lane.Alarm)] : [];

    private static IEnumerable<Reading> Plain(RadioEnvelope envelope) => envelope.Heard.Content switch
    {
        RrsContent rrs => RrsReadings.Of(rrs, envelope),
        LpContent lp => LpReadings.Of(lp, envelope),
        TmpContent tmp => TmpReadings.Of(tmp, envelope),
        RcpContent rcp => RcpReadings.Of(rcp, envelope),
        DdsState dds => RrsReadings.Of(dds, envelope),
        _ => [],
    };

    private Reading Own(long? radio, DateTimeOffset now, RadioBody body, Lane lane) =>
        Reading.OfReceipt(via.Device, via.Driver, lane, now, body with { RadioId = radio, RadioNumber = via.NumberOf(radio) });
}
