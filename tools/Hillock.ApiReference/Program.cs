using Hillock.ApiReference;

// dotnet run --project tools/Hillock.ApiReference, anywhere in the repository: writes docs/api.
var root = new DirectoryInfo(Environment.CurrentDirectory);
while (root is not null && !File.Exists(Path.Combine(root.FullName, "Hillock.slnx")))
{
    root = root.Parent;
}

if (root is null)
{
    Console.Error.WriteLine("Hillock.slnx is in no folder above this one; run it in the repository.");
    return 2;
}

Reference.Of(root.FullName).Write(Path.Combine(root.FullName, Reference.Folder));
return 0;
