using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline.Parcels;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Parcels;

namespace EdgeGateway.Commands.Parcels;

/// <summary>
/// <c>parcel.note</c>: <c>{ "barcode" or "recordId", "realName"?, "opened"?, "openResult"?, "handling"? }</c>: what a person at the counter or at
/// the table did with a parcel, told from the platform's side. Done when it is on disk with the parcel's record; nobody's name is taken.
/// </summary>
public sealed class NoteHandler(ParcelStage parcels, TimeProvider time) : ICommandHandler
{
    private const string Unknown = "no-such-parcel";
    private const string Disk = "disk";
    private const string Driver = "parcels";

    public string Name => "parcel.note";

    public async ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct)
    {
        if (NoteArguments.Read(command.Args, time.GetUtcNow()) is not { } note)
        {
            return CommandOutcome.Failed(NoteArguments.Bad);
        }

        try
        {
            if (parcels.NoteAsync(Told(command, note.Body), note.RecordId) is not { } kept)
            {
                return CommandOutcome.Failed(Unknown);
            }

            await kept.ConfigureAwait(false);
            return CommandOutcome.Done("noted");
        }
        catch (StoreRefusedException)
        {
            return CommandOutcome.Failed(Disk);
        }
    }

    private Reading Told(Command command, ParcelInspectionBody body) =>
        Reading.OfReceipt(CommandTargets.Gateway, Driver, Lane.Event, time.GetUtcNow(), body with { Source = new SourceInfo(command.Id) }) with { RepeatKey = command.Id };
}
