using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Ids;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>
/// Vehicles on their way to the disk: one status an object, 0 only for what is safe, so that the camera repeats what failed and
/// nothing else (plate-camera.md section 2.3).
/// </summary>
internal sealed class ViidUpload(DriverContext context, ViidCameraOptions options, IReadingSink sink, ViidAnswers answers, ViidPictureMemory memory)
{
    private readonly ViidPlace _place = new()
    {
        Device = context.Device,
        DeviceId = options.Login.DeviceId,
        Zone = context.Zone,
        Heading = options.Heading,
        Headings = options.Headings,
        CheckpointId = options.Checkpoint,
        Ids = new ViidIdGenerator(context.Time.GetUtcNow().ToOffset(context.Zone).DateTime),
    };

    /// <summary>MotorVehicles, in any envelope.</summary>
    public ValueTask<InboxAnswer> TakeAsync(InboxRequest request, CancellationToken ct) => TakeAsync(
        request,
        document => [.. ViidMotorVehicle.Find(document).Select(vehicle => new ViidParcel(vehicle["MotorVehicleID"].Text, [vehicle], null))],
        ct);

    /// <summary>SubscribeNotifications that a camera posts by itself: one status a notification, however many vehicles it has.</summary>
    public ValueTask<InboxAnswer> TakeNotificationsAsync(InboxRequest request, CancellationToken ct) => TakeAsync(
        request,
        document => [.. ViidNotification.ReadSubscribed(document).Select(notification => new ViidParcel(notification.Id, notification.MotorVehicles, VerdictOn(notification)))],
        ct);

    private async ValueTask<InboxAnswer> TakeAsync(InboxRequest request, Func<ViidDocument, IReadOnlyList<ViidParcel>> open, CancellationToken ct)
    {
        if (answers.Read(request, out var refusal) is not { } document)
        {
            return refusal!;
        }

        var parcels = open(document);
        if (parcels.Count == 0)
        {
            return answers.Garbled(request.Path, ViidFaults.UnknownObject, ViidStatusCodes.JsonContent);
        }

        var batch = new ViidBatch(context, _place, sink, document, request.Body, memory);
        var codes = await batch.StoreAsync(parcels, ct).ConfigureAwait(false);
        bool nothingIsSafe = codes.All(code => code == ViidStatusCodes.Busy);
        return answers.Many(nothingIsSafe ? 503 : 200, request.Path, parcels.Zip(codes, (parcel, code) => (parcel.Id, code)));
    }

    // Without vehicles: people are for the settings to decide, lists of devices and checkpoints are welcome and not kept.
    private int? VerdictOn(ViidNotification notification)
    {
        // A record that was changed or deleted elsewhere is no passage, and what is stored here stays as it was seen.
        if (notification.ExecuteOperation is ViidNotification.Modify or ViidNotification.Delete)
        {
            context.Watch.Fault(FaultKind.Unsupported, "change-not-taken");
            return ViidStatusCodes.InvalidOperation;
        }

        if (notification.MotorVehicles.Count > 0)
        {
            return null;
        }

        bool people = ViidOtherObjects.People.Any(kind => ViidEnvelope.Has(notification.Whole, kind));
        return people && options.People == ViidPeople.Refuse ? ViidStatusCodes.InvalidOperation : ViidStatusCodes.Ok;
    }
}
