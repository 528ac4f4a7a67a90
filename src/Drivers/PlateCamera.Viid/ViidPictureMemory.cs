using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Plates;
using EdgeGateway.Protocol.Viid;
using EdgeGateway.Protocol.Viid.Json;
using EdgeGateway.Protocol.Viid.Objects;

namespace EdgeGateway.Drivers.PlateCamera.Viid;

/// <summary>Vehicles whose pictures did not come along: some cameras post them afterwards, by ImageID. Safe to call from anywhere.</summary>
internal sealed class ViidPictureMemory
{
    /// <summary>Pictures that are waited for; the oldest is forgotten for a newer one.</summary>
    private const int Most = 512;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, (Reading Reading, string Role)> _waiting = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();

    /// <summary>Notes the pictures that a vehicle names and does not bring; pictures of people are not waited for.</summary>
    public void Note(ViidValue vehicle, Reading reading)
    {
        if (((PlateReadBody)reading.Body).PassageKey is null)
        {
            return;
        }

        var bare = reading with { Attachments = [] };
        foreach (var image in vehicle["SubImageList"]["SubImageInfoObject"].Objects().Where(image => image["Data"].Text is null))
        {
            string? type = ViidImageTypes.Known(image["Type"].Text);
            if (image["ImageID"].Text is { } id && !ViidImageTypes.IsOfPerson(type))
            {
                Note(id, bare, ViidPictures.RoleOf(type), isOwn: true);
            }
        }

        if (vehicle["SourceID"].Text is { } source && reading.Body.Media is null)
        {
            Note(source, bare, "scene", isOwn: false);
        }
    }

    /// <returns>The reading that waits for this picture, and what it shows; null when none does.</returns>
    public (Reading Reading, string Role)? Find(string imageId)
    {
        lock (_gate)
        {
            return _waiting.TryGetValue(imageId, out var found) ? found : null;
        }
    }

    private void Note(string imageId, Reading reading, string role, bool isOwn)
    {
        lock (_gate)
        {
            // A camera that announces a name again means the newer vehicle; the picture it was cut from may be that of several.
            if (!_waiting.TryAdd(imageId, (reading, role)))
            {
                _waiting[imageId] = isOwn ? (reading, role) : _waiting[imageId];
                return;
            }

            _order.Enqueue(imageId);
            if (_order.Count > Most)
            {
                _waiting.Remove(_order.Dequeue());
            }
        }
    }
}
