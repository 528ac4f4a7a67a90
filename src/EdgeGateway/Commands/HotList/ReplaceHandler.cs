using System.Globalization;
using System.Text.Json;
using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Pipeline.HotList;
using EdgeGateway.Protocol.Commands;
using EdgeGateway.Protocol.HotList;

namespace EdgeGateway.Commands.HotList;

/// <summary>
/// <c>hotlist.replace</c>: <c>{ "list": "platform", "upload": "u-1", "part": 1, "parts": 3, "entries": [ … ], "sha256": "…" }</c>: the whole list, in
/// one part or in many, in order. With the last part comes the digest over all ids (<see cref="HotListDigest"/>); then the list takes the place of
/// the one before in one step. Until then that one is looked for; a restart in between begins the upload anew.
/// </summary>
public sealed class ReplaceHandler(HotListClerk clerk) : ICommandHandler, IDisposable
{
    /// <summary>Lists that may be on their way at one time; a fifth ends the oldest.</summary>
    private const int UploadsMost = 4;

    private const int PartsMost = 100_000;

    private readonly List<Upload> _uploads = [];

    public string Name => HotListActor.Replace;

    public async ValueTask<CommandOutcome> ExecuteAsync(Command command, CancellationToken ct)
    {
        if (Part.Read(command.Args) is not { } part)
        {
            return CommandOutcome.Failed(HotListArguments.Bad);
        }

        var upload = _uploads.Find(one => one.Is(part));
        try
        {
            if (part.Number == 1)
            {
                Drop(upload);
                upload = await BeginAsync(part, ct).ConfigureAwait(false);
            }

            return upload is null ? CommandOutcome.Failed("unknown-upload")
                : part.Number != upload.Next ? CommandOutcome.Failed(string.Create(CultureInfo.InvariantCulture, $"part-{upload.Next}-expected"))
                : await TakeAsync(upload, part, command, ct).ConfigureAwait(false);
        }
        catch (StoreRefusedException)
        {
            Drop(upload);
            return CommandOutcome.Failed(HotListArguments.Disk);
        }
    }

    public void Dispose()
    {
        while (_uploads.Count > 0)
        {
            Drop(_uploads[0]);
        }
    }

    private async Task<Upload> BeginAsync(Part part, CancellationToken ct)
    {
        if (_uploads.Count >= UploadsMost)
        {
            Drop(_uploads[0]);
        }

        var upload = new Upload(part, await clerk.BeginAsync(part.Origin, ct).ConfigureAwait(false));
        _uploads.Add(upload);
        return upload;
    }

    private async Task<CommandOutcome> TakeAsync(Upload upload, Part part, Command command, CancellationToken ct)
    {
        upload.Add(part.Entries);
        if (part.Number < part.Parts)
        {
            return CommandOutcome.Done(string.Create(CultureInfo.InvariantCulture, $"part-{part.Number}-of-{part.Parts}"));
        }

        _uploads.Remove(upload);
        using (upload)
        {
            if (upload.Digest.End() != part.Sha256)
            {
                return CommandOutcome.Failed(HotListFaults.Digest);
            }

            var actor = new HotListActor(HotListActor.Replace, command.Id, command.Issuer);
            int count = await clerk.TakeAsync(actor, upload.List, null, ct).ConfigureAwait(false);
            return CommandOutcome.Done(upload.List.RefusedCount == 0
                ? string.Create(CultureInfo.InvariantCulture, $"replaced-{count}")
                : string.Create(CultureInfo.InvariantCulture, $"replaced-{count}-refused-{upload.List.RefusedCount}"));
        }
    }

    private void Drop(Upload? upload)
    {
        if (upload is not null && _uploads.Remove(upload))
        {
            upload.Dispose();
        }
    }

    private sealed record Part(string Origin, string Id, int Number, int Parts, IReadOnlyList<HotListEntry?> Entries, string? Sha256)
    {
        public static Part? Read(JsonElement args)
        {
            int? number = HotListArguments.Whole(args, "part", 1, PartsMost);
            int? parts = HotListArguments.Whole(args, "parts", 1, PartsMost);
            return HotListArguments.Origin(args) is { } origin && HotListArguments.Entries(args) is { } entries && number <= parts
                ? new Part(origin, args.Word("upload") ?? string.Empty, number.Value, parts!.Value, entries, args.Word("sha256"))
                : null;
        }
    }

    private sealed class Upload(Part first, HotListReplacement list) : IDisposable
    {
        public int Next { get; private set; } = 1;

        public HotListReplacement List { get; } = list;

        public HotListDigest Digest { get; } = new();

        public bool Is(Part part) => part.Origin == first.Origin && part.Id == first.Id && part.Parts == first.Parts;

        public void Add(IReadOnlyList<HotListEntry?> entries)
        {
            Next++;
            foreach (var entry in entries)
            {
                Digest.Add(entry?.Id ?? string.Empty);
                List.Add(entry);
            }
        }

        public void Dispose()
        {
            List.Dispose();
            Digest.Dispose();
        }
    }
}
