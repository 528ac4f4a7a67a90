using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Kiosk;
using EdgeGateway.Protocol.Contract;
using EdgeGateway.Protocol.Kiosks;
using EdgeGateway.Protocol.Model;
using EdgeGateway.Protocol.Model.Kiosks;

namespace EdgeGateway.Drivers.Kiosk.Application;

/// <summary>Tells each session once. The same session with the same content is known by the store for a repeat; with another one it is told as changed.</summary>
internal sealed class TransactionDesk(DriverContext context, BusinessCatalogue catalogue)
{
    private readonly SessionKey _key = new(context.Memory);
    private readonly SessionBook _book = new(context.Memory);

    /// <summary>Before the first transaction.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public Task OpenAsync(CancellationToken ct) => _key.OpenAsync(ct);

    /// <summary>Hands a transaction over; it is safe when the window has settled.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public async Task TakeAsync(KioskTransaction said, KioskVoice voice, KioskMoment moment, EmitWindow window, CancellationToken ct)
    {
        var body = KioskApplicationMapping.Transaction(said, catalogue, _key.NameOf(said.Session));
        byte[] digest = Digest(body);
        var (mark, content) = (_key.MarkOf(said.Session), BinaryPrimitives.ReadUInt32BigEndian(digest));
        bool isChanged = _book.IsChanged(mark, content);
        if (isChanged)
        {
            context.Watch.Fault(FaultKind.Garbled, "session-changed");
            body = body with { Flags = [.. body.Flags ?? [], "SESSION_CHANGED"] };
        }

        var reading = voice.Reading(Lane.Event, body, moment) with { RepeatKey = $"{body.Source!.NativeId}\n{Convert.ToHexStringLower(digest)}" };
        await window.EmitAsync(reading, ct).ConfigureAwait(false);
        _book.Note(mark, content);
    }

    /// <summary>Call when the window has settled.</summary>
    /// <exception cref="StoreRefusedException">The disk refuses.</exception>
    public Task RememberAsync(CancellationToken ct) => _book.RememberAsync(ct);

    /// <summary>Of what it says; when it was sent is not part of it.</summary>
    private static byte[] Digest(KioskTransactionBody body) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(body, BodyJson.Default.KioskTransactionBody));
}
