/** The steps of the topology picture: what is shown as a tree, where its columns stand, how tall its rows are, its marks. */
package ridscope.draw.layout.topology;
