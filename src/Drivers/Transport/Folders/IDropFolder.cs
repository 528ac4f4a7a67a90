using EdgeGateway.Drivers.Abstractions;

namespace EdgeGateway.Drivers.Transport.Folders;

/// <summary>
/// One watched folder (xray.md section 1.8). A file leaves it only by <see cref="Done"/>, <see cref="Remove"/> or <see cref="Quarantine"/>: what was
/// not moved is offered again, after a crash too. Sub-folders, links and whatever else is no plain file are not followed.
/// </summary>
public interface IDropFolder : IDisposable
{
    /// <summary>The oldest complete file; waits for one.</summary>
    /// <exception cref="DeviceFaultException"><c>Unreachable</c> or <c>Refused</c>: the folder is gone, or the right to it.</exception>
    Task<DropFile> NextAsync(CancellationToken ct);

    /// <summary>Moves a file to <c>done</c>, durably. One that changed after it was read stays and is offered again.</summary>
    /// <exception cref="DeviceFaultException">The folder is gone, or the right to it.</exception>
    void Done(DropFile file);

    /// <summary>Removes a file of which everything is kept elsewhere, durably. One that changed after it was read stays.</summary>
    /// <exception cref="DeviceFaultException">The folder is gone, or the right to it.</exception>
    void Remove(DropFile file);

    /// <summary>Moves a file to <c>quarantine</c>, with a text file beside it that says why.</summary>
    /// <param name="file">As offered.</param>
    /// <param name="reason">A short fixed word.</param>
    /// <exception cref="DeviceFaultException">The folder is gone, or the right to it.</exception>
    void Quarantine(DropFile file, string reason);

    /// <summary>Leaves a file where it is and offers it again, not before it has stood still anew.</summary>
    void Later(DropFile file);

    /// <summary>A hidden folder of its own inside, for a program that receives files; what it leaves is never offered by <see cref="NextAsync"/>.</summary>
    /// <exception cref="DeviceFaultException">The folder is gone, or the right to it.</exception>
    IScratchFolder MakeScratch();
}
