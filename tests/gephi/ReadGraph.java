import java.io.File;
import java.io.PrintStream;
import java.util.Arrays;
import org.gephi.graph.api.Column;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.Element;
import org.gephi.graph.api.Graph;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens a file as Gephi does and prints, one a line and in hexadecimal UTF-16, what it then holds of every element. */
public class ReadGraph {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        Lookup.getDefault().lookup(ProjectController.class).newProject();
        Workspace workspace = Lookup.getDefault().lookup(ProjectController.class).getCurrentWorkspace();
        ImportController importing = Lookup.getDefault().lookup(ImportController.class);
        Container container = importing.importFile(new File(arguments[0]));
        container.getLoader().setAutoScale(false);
        importing.process(container, new DefaultProcessor(), workspace);
        for (Issue issue : container.getReport().getIssuesList(1000)) {
            print(out, "issue", String.valueOf(issue.getLevel()), issue.getMessage());
        }
        GraphModel model = Lookup.getDefault().lookup(org.gephi.graph.api.GraphController.class).getGraphModel(workspace);
        Graph graph = model.getGraph();
        for (Node node : graph.getNodes().toArray()) {
            String id = String.valueOf(node.getId());
            print(out, "node", id, node.getLabel(), String.valueOf(node.x()), String.valueOf(node.y()));
            facts(out, "node", id, node);
        }
        for (Edge edge : graph.getEdges().toArray()) {
            String id = String.valueOf(edge.getId());
            print(out, "edge", id, String.valueOf(edge.getSource().getId()), String.valueOf(edge.getTarget().getId()),
                String.valueOf(edge.isDirected()), String.valueOf(edge.getTypeLabel()), edge.getLabel());
            facts(out, "edge", id, edge);
        }
    }

    private static void facts(PrintStream out, String what, String id, Element element) {
        for (Column column : element.getTable().toArray()) {
            Object value = element.getAttribute(column);
            if (value != null && !column.isProperty() || value != null && column.getId().equals("timeset")) {
                print(out, what + "-fact", id, column.getId(), value.getClass().getSimpleName(), value.toString());
            }
        }
    }

    private static void print(PrintStream out, String... cells) {
        StringBuilder line = new StringBuilder();
        for (String cell : cells) {
            line.append(line.length() > 0 ? " " : "").append("x");
            for (char each : (cell == null ? "" : cell).toCharArray()) {
                line.append(String.format("%04x", (int) each));
            }
        }
        out.println(line);
    }
}
