using EdgeGateway.Drivers.Abstractions;
using EdgeGateway.Drivers.Transport.Folders;
using Microsoft.Extensions.Logging.Abstractions;

namespace EdgeGateway.Tests.Drivers.XrayScanner.Dicos;

/// <summary>Real folders, whose files change for as many looks as the test says, and which count what is put off.</summary>
/// <param name="own">Where the gateway keeps what is its own.</param>
internal sealed class FakeScratches(string own) : IDropFolders
{
    private int _later;

    /// <summary>So many of the next looks into a scratch folder find a file that changes.</summary>
    public int Changing { get; set; }

    /// <summary>How often a file was left for later.</summary>
    public int PutOff => Volatile.Read(ref _later);

    private DropFolders Real { get; } = new(TimeProvider.System, NullLogger.Instance, own);

    public IDropFolder Open(DropFolderSettings settings, IDeviceWatch watch) => new Folder(this, Real.Open(settings, watch));

    public IDropFolder OpenOwn(string name, DropFolderSettings settings, IDeviceWatch watch) => new Folder(this, Real.OpenOwn(name, settings, watch));

    private sealed class Folder(FakeScratches owner, IDropFolder real) : IDropFolder
    {
        public Task<DropFile> NextAsync(CancellationToken ct) => real.NextAsync(ct);

        public void Done(DropFile file) => real.Done(file);

        public void Remove(DropFile file) => real.Remove(file);

        public void Quarantine(DropFile file, string reason) => real.Quarantine(file, reason);

        public void Later(DropFile file)
        {
            real.Later(file);
            Interlocked.Increment(ref owner._later);
        }

        public IScratchFolder MakeScratch() => new Scratch(owner, real.MakeScratch());

        public void Dispose() => real.Dispose();
    }

    private sealed class Scratch(FakeScratches owner, IScratchFolder real) : IScratchFolder
    {
        public string Path => real.Path;

        public bool HasFiles => real.HasFiles;

        public string Write(string name, string text) => real.Write(name, text);

        public IReadOnlyList<DropFile>? Files()
        {
            if (owner.Changing <= 0)
            {
                return real.Files();
            }

            owner.Changing--;
            return null;
        }

        public void Dispose() => real.Dispose();
    }
}
