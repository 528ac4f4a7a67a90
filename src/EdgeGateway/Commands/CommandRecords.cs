using EdgeGateway.Pipeline;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Model;

namespace EdgeGateway.Commands;

/// <summary>Writes commands down as readings, so that answers and the audit trail survive a cut like everything else (design section 4).</summary>
public sealed class CommandRecords(Intake intake, CommandTargets targets, TimeProvider time)
{
    public const string Decided = "command.decided";
    public const string Repeated = "command.repeated";
    public const string Ended = "command.ended";
    public const string Flood = "command.flood";

    private const string Driver = "gateway";

    /// <summary>One line of the audit trail and the answer. Completes when both are on disk.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public Task TellAsync(string what, CommandCase one) => Task.WhenAll(AuditAsync(what, one, null), PutAsync(one, new CommandResultBody
    {
        CommandId = one.Id,
        Name = one.Name,
        Device = one.Device,
        State = CommandWords.Of(one.State),
        Reason = one.Reason,
        StartedAt = one.StartedAt,
        FinishedAt = one.FinishedAt,
        Issuer = one.Issuer,
    }));

    /// <summary>One line of the audit trail. Completes when it is on disk.</summary>
    /// <exception cref="Drivers.Abstractions.StoreRefusedException">The disk refuses.</exception>
    public Task AuditAsync(string what, CommandCase one, long? count) => PutAsync(one, new AuditBody
    {
        What = what,
        CommandId = one.Id,
        Name = one.Name,
        Device = one.Device,
        Issuer = one.Issuer,
        KeyId = one.KeyId,
        Outcome = CommandWords.Of(one.State),
        Reason = one.Reason,
        Count = count,
    });

    /// <remarks>A device that a stranger made up gets no topic of its own: it is written down under the gateway's name.</remarks>
    private Task PutAsync(CommandCase one, ReadingBody body)
    {
        string device = targets.Knows(one.Device) ? one.Device! : CommandTargets.Gateway;
        var reading = Reading.OfReceipt(device, Driver, Lane.Event, time.GetUtcNow(), body);
        return intake.TakeAsync(reading, new DeviceFacts(device, null), CancellationToken.None).AsTask();
    }
}
