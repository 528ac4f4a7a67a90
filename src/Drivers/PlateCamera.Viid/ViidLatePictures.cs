using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.PlateCamera;
using EdgeGateway.Drivers.Transport;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>
/// Images that come after their vehicle: a second reading with the same <c>passageKey</c> brings each. A picture that belongs to
/// no vehicle known here cannot be stored as anything, so it is not said to be safe.
/// </summary>
internal sealed class ViidLatePictures(DriverContext context, IReadingSink sink, ViidPictureMemory memory, ViidAnswers answers)
{
    public async ValueTask<InboxAnswer> TakeAsync(InboxRequest request, CancellationToken ct)
    {
        if (answers.Read(request, out var refusal) is not { } document)
        {
            return refusal!;
        }

        var ends = new List<(string? Id, int Code)>();
        foreach (var image in ViidEnvelope.Objects(document.Root, "Image"))
        {
            string? id = (image["ImageInfo"]["ImageID"] is { Exists: true } inside ? inside : image["ImageID"]).Text;
            string? type = ViidImageTypes.Known((image["ImageInfo"]["Type"] is { Exists: true } told ? told : image["Type"]).Text);
            ends.Add((id, ViidImageTypes.IsOfPerson(type) ? Person() : await StoreAsync(id, image["Data"], ct).ConfigureAwait(false)));
        }

        return ends.Count == 0
            ? answers.Garbled(request.Path, ViidFaults.UnknownObject, ViidStatusCodes.JsonContent)
            : answers.Many(ends.All(end => end.Code == ViidStatusCodes.Busy) ? 503 : 200, request.Path, ends);
    }

    private int Person()
    {
        context.Watch.Fault(FaultKind.Unsupported, "people-not-taken");
        return ViidStatusCodes.InvalidOperation;
    }

    private async ValueTask<int> StoreAsync(string? id, ViidValue data, CancellationToken ct)
    {
        if (id is null || memory.Find(id) is not { } waiting)
        {
            context.Watch.Fault(FaultKind.Unsupported, "picture-alone");
            return ViidStatusCodes.InvalidOperation;
        }

        if (!ViidBase64.TryDecode(data, out var bytes))
        {
            context.Watch.Fault(FaultKind.Garbled, "picture-empty");
            return ViidStatusCodes.JsonContent;
        }

        try
        {
            await sink.EmitAsync(Join(waiting.Reading, id, waiting.Role, bytes), ct).ConfigureAwait(false);
            return ViidStatusCodes.Ok;
        }
        catch (StoreRefusedException)
        {
            return ViidStatusCodes.Busy;
        }
    }

    private Reading Join(Reading vehicle, string id, string role, ReadOnlyMemory<byte> bytes)
    {
        var flags = new FlagList();
        var (attachment, media) = ViidPictures.Describe(bytes, role, null, flags);
        var body = (PlateReadBody)vehicle.Body;
        return vehicle with
        {
            RepeatKey = null,
            Received = context.Time.GetUtcNow(),
            Attachments = [attachment],
            Body = body with
            {
                Media = [media],
                PictureReferences = null,
                PicturesAnnounced = 1,
                Flags = flags.OrNull(),
                Source = body.Source! with { NativeId = $"{body.PassageKey}:{id}:{attachment.Sha256[..16]}" },
            },
        };
    }
}
